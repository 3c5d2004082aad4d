using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Functions.Telemetry;

namespace OpsAutomation.Functions.Composition;

/// <summary>What the app would refuse at start, without starting it.</summary>
public static class SettingsErrors
{
    /// <summary>Each setting that cannot be followed, by its name and with what was expected, in English as the app says it; empty where all can.</summary>
    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        List<string> errors = [];
        Try(() => StorageSettings.From(configuration));
        Try(() => OtlpSettings.From(configuration));
        var options = new OpsOptions();
        Try(() => configuration.GetSection(OpsOptions.Section).Bind(options));
        if (errors.Count == 0)
            errors.AddRange(new OpsOptionsCheck().Validate(null, options).Failures ?? []);
        if (GraphComposition.IsOn(configuration))
            Try(() => Graph(configuration));
        return errors;

        void Try(Action read)
        {
            try
            {
                read();
            }
            catch (OptionsValidationException exception)
            {
                errors.AddRange(exception.Failures);
            }
            catch (InvalidOperationException exception)
            {
                errors.Add(exception.Message);
            }
        }
    }

    // Bound and checked as at start; nothing is signed in and nothing asked.
    private static void Graph(IConfiguration configuration)
    {
        using var provider = new ServiceCollection().AddGraphClients(configuration).BuildServiceProvider();
        _ = provider.GetRequiredService<IOptions<GraphOptions>>().Value;
    }
}
