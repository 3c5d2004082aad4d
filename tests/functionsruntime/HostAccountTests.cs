using Azure.Core;
using Microsoft.Extensions.Configuration;
using Moq;
using OpsAutomation.Azure.Tests;

namespace OpsAutomation.FunctionsRuntime.Tests;

public sealed class HostAccountTests
{
    private readonly TokenCredential identity = Mock.Of<TokenCredential>();

    [Fact]
    public void Without_settings_there_is_no_account() => HostAccount.Blobs(Settings(), identity).ShouldBeNull();

    [Fact]
    public void A_connection_string_names_it()
        => HostAccount.Blobs(Settings(("AzureWebJobsStorage", $"AccountName=ops;AccountKey={Azurite.Key};DefaultEndpointsProtocol=https")), null)!
            .Uri.ShouldBe(new Uri("https://ops.blob.core.windows.net/"));

    [Theory]
    [InlineData("accountName", "ops", "https://ops.blob.core.windows.net/")]
    [InlineData("blobServiceUri", "https://elsewhere.example/", "https://elsewhere.example/")]
    public void An_identity_reaches_it_by_name_or_address(string setting, string value, string address)
    {
        HostAccount.Blobs(Settings(("AzureWebJobsStorage:" + setting, value)), identity)!.Uri.ShouldBe(new Uri(address));
        HostAccount.Blobs(Settings(("AzureWebJobsStorage:" + setting, value)), null).ShouldBeNull();
    }

    [Theory]
    [InlineData(null, "opsautomation-functionsruntime-t")]
    [InlineData("Lumen_Ops", "lumen-ops")]
    public void Apps_of_the_same_functions_are_one_unless_a_setting_says_otherwise(string? set, string id)
        => HostAccount.IdOf(Settings(("AzureFunctionsWebHost:hostid", set)), typeof(HostAccountTests).Assembly).ShouldBe(id);

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();
}
