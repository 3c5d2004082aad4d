using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Azure.Tests.Graph;

public sealed class GraphOptionsTests
{
    [Fact]
    public async Task Settings_that_cannot_work_keep_the_app_from_starting_and_are_told_all_at_once()
    {
        using var host = Host(("Endpoint", "http://graph.example/v1.0"), ("MailPerMinute", "31"), ("RequestsAtOnce", "0"), ("TimeoutSeconds", "90"));

        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        refusal.Failures.ShouldBe(
        [
            "Ops__Graph__Endpoint must be an absolute address: https, or http on this machine, such as http://127.0.0.1:5080/v1.0.",
            "Ops__Graph__MailPerMinute must be between 1 and 30.",
            "Ops__Graph__RequestsAtOnce must be between 1 and 4.",
            "Ops__Graph__LeaseSeconds must be greater than Ops__Graph__TimeoutSeconds: a sender that waits for an answer must not lose its message to another.",
        ]);
    }

    [Fact]
    public async Task Without_a_tenant_the_app_does_not_start()
    {
        using var host = Host(("MailPerMinute", "10"));

        (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync())).Failures.Single().ShouldStartWith("Ops__Graph__TenantId is missing");
    }

    [Fact]
    public async Task One_line_registers_the_mailer_with_the_settings()
    {
        using var host = Host(("TenantId", "lumen.onmicrosoft.com"), ("SettleSeconds", "5"));
        await host.StartAsync();
        using var scope = host.Services.CreateScope();

        scope.ServiceProvider.GetRequiredService<IMailer>().ShouldBeOfType<GraphMailer>();
        host.Services.GetRequiredService<IOptions<GraphOptions>>().Value.SettleSeconds.ShouldBe(5);
        await host.StopAsync();
    }

    [Fact]
    public void Any_setting_of_the_section_turns_Graph_on()
    {
        GraphComposition.IsOn(Configuration(("TenantId", "x.example"))).ShouldBeTrue();
        GraphComposition.IsOn(Configuration()).ShouldBeFalse();
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Ops:Graph:{setting.Key}", (string?)setting.Value)))
        .Build();

    private static IHost Host(params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(new SteppingTime()).AddSingleton<IStateStore>(new InMemoryStateStore());
        builder.Services.AddGraphMail(Configuration(settings));
        return builder.Build();
    }
}
