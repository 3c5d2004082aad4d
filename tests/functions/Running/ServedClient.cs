using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Running;

/// <summary>An app with one client, shared by tests that do not disturb each other.</summary>
public sealed class ServedClient : IAsyncLifetime
{
    public const string Id = "acme";

    public RunningApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await RunningApp.StartAsync(new ManualTime(), new(StringComparer.Ordinal) { ["Ops:HealthKey"] = "a-key-for-health-alone" });
        await App.RegisterAsync(Id, """
            id: acme
            name: "<b>Acme</b> & \"Sœurs\""
            locale: en-GB
            start: 2026-01-05
            people:
              - {id: ann, name: "Ann <script>", role: obm}
            """);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
