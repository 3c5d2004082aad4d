using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Ports;

namespace OpsAutomation.Functions.Tests.Composition;

public sealed class SettingsTests
{
    [Fact]
    public void Nothing_set_keeps_everything_on_the_machine()
    {
        var settings = StorageSettings.From(Settings());

        (settings.IsAzure, settings.IsCloud, settings.KeyVault).ShouldBe((false, false, null));
        settings.Home.ShouldEndWith(".opsautomation");
    }

    [Fact]
    public void An_account_name_is_all_three_services_by_identity_and_the_data_may_lie_elsewhere()
    {
        var settings = StorageSettings.From(Settings(
            ("AzureWebJobsStorage:accountName", "host"), ("AzureWebJobsStorage:clientId", "id"), ("Ops:Storage:BlobUri", "https://data.blob.core.windows.net"),
            ("Ops:Storage:TableUri", "https://data.table.core.windows.net")));

        settings.IsCloud.ShouldBeTrue();
        settings.Blobs.ShouldBe(new Uri("https://data.blob.core.windows.net"));
        settings.Queues.ShouldBe(new Uri("https://host.queue.core.windows.net"));
        settings.Tables.ShouldBe(new Uri("https://data.table.core.windows.net"));
        settings.ClientId.ShouldBe("id");
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:queueServiceUri", "https://host.queue.core.windows.net", "AzureWebJobsStorage__blobServiceUri is not set, while the address of another storage service is: set it, or AzureWebJobsStorage__accountName for all three.")]
    [InlineData("Ops:Storage:BlobUri", "https://data.blob.core.windows.net", "AzureWebJobsStorage__queueServiceUri is not set, while the address of another storage service is: set it, or AzureWebJobsStorage__accountName for all three.")]
    [InlineData("AzureWebJobsStorage:blobServiceUri", "data", "AzureWebJobsStorage__blobServiceUri is 'data': an absolute https address was expected.")]
    [InlineData("Ops:KeyVaultUri", "http://vault.example.com", "Ops__KeyVaultUri is 'http://vault.example.com': an absolute https address was expected.")]
    public void A_setting_that_cannot_be_followed_is_named(string name, string value, string message) =>
        Should.Throw<InvalidOperationException>(() => StorageSettings.From(Settings((name, value)))).Message.ShouldBe(message);

    [Theory]
    [InlineData("Ops:PublicUrl", "http://ops.example.com", "Ops__PublicUrl is 'http://ops.example.com': an absolute https address without query was expected, such as https://ops.example.com.")]
    [InlineData("Ops:Operator", "nobody", "Ops__Operator is no mail address: one was expected, such as ops@example.com.")]
    [InlineData("Ops:OperatorLanguage", "de", "Ops__OperatorLanguage is 'de': fr or en was expected.")]
    [InlineData("Ops:MorningAt", "7h", "Ops__MorningAt is '7h': a time of day was expected, such as 07:00.")]
    [InlineData("Ops:MorningZone", "Paris", "Ops__MorningZone is 'Paris': an IANA time zone was expected, such as Europe/Paris.")]
    [InlineData("Ops:AccessKeys:0", "short", "Ops__AccessKeys has a key that is too short: at least 32 characters were expected.")]
    [InlineData("Ops:HealthKey", "short", "Ops__HealthKey is too short: at least 16 characters were expected.")]
    public void An_option_that_is_not_one_is_refused_with_what_was_expected(string name, string value, string message)
    {
        using var services = Services((name, value));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<OpsOptions>>().Value).Message.ShouldBe(message);
    }

    [Fact]
    public void A_sign_in_that_lets_in_nobody_in_particular_is_refused()
    {
        using var services = Services(("Ops:EntraSignIn", "true"), ("Ops:EntraTenant", "contoso.com"));

        var message = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<OpsOptions>>().Value).Message;

        message.ShouldContain("Ops__EntraTenant is not set to the id of a tenant");
        message.ShouldContain("Ops__EntraSignIn lets nobody in");
    }

    [Fact]
    public async Task A_cloud_app_without_a_mailer_refuses_to_send_instead_of_losing_mail()
    {
        using var services = Services(("AzureWebJobsStorage:accountName", "host"));

        var refusal = await Should.ThrowAsync<OpsException>(() => services.GetRequiredService<IMailer>().SendAsync(default, "key", null!));

        refusal.Message.ShouldContain("Ops__Graph__TenantId");
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(one => new KeyValuePair<string, string?>(one.Name, one.Value)))
        .Build();

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = Settings(settings);
        return new ServiceCollection().AddLogging().AddSingleton(configuration).AddSingleton<TimeProvider>(new Testing.ManualTime()).AddOps(configuration).BuildServiceProvider();
    }
}
