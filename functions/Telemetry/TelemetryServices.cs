using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OpsAutomation.Functions.Telemetry;

/// <summary>Who listens to what the product tells about itself.</summary>
internal static class TelemetryServices
{
    /// <summary>The export by OTLP where a setting turns it on; else nothing, and nothing of it is loaded.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be followed.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration) =>
        OtlpSettings.From(configuration) is { } settings
            ? services.AddSingleton<IHostedService>(_ => new OtlpExport(settings, configuration))
            : services;
}
