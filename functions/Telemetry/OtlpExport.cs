using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Functions.Telemetry;

/// <summary>Sends the product's traces and metrics to a collector by OTLP, from before the first trigger to after the last. Nothing of the host or of libraries goes with them.</summary>
internal sealed class OtlpExport(OtlpSettings settings, IConfiguration configuration) : StartupStep, IDisposable
{
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        void Describe(ResourceBuilder resource) => resource.AddService(settings.Service, serviceVersion: OpsTelemetry.Version);
        void Configure(IServiceCollection services) => services.AddSingleton(configuration);
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(Configure)
            .ConfigureResource(Describe)
            .AddSource(OpsTelemetry.Name)
            // The server makes an activity for each request, which nobody samples: what begins in one is sampled all the same.
            .SetSampler(new ParentBasedSampler(new AlwaysOnSampler(), localParentNotSampled: new AlwaysOnSampler()))
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(Configure)
            .ConfigureResource(Describe)
            .AddMeter(OpsTelemetry.Name)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}
