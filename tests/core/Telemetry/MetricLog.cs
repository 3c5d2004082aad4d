using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Core.Tests.Telemetry;

/// <summary>Hears the metrics of the product while it is there.</summary>
internal sealed class MetricLog : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> heard = new();

    public MetricLog()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == OpsTelemetry.Name)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
    }

    public IReadOnlyList<(string Name, double Value, string Tags)> Of(string name) => [.. heard.Where(one => one.Name == name)];

    public double Sum(string name) => Of(name).Sum(one => one.Value);

    public IReadOnlyList<string> Names => [.. heard.Select(one => one.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public void Dispose() => listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new List<string>();
        foreach (var tag in tags)
            text.Add($"{tag.Key}={tag.Value}");
        heard.Enqueue((instrument.Name, value, string.Join(' ', text)));
    }
}
