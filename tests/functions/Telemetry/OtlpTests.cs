using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using OpsAutomation.Functions.Telemetry;
using OpsAutomation.Functions.Tests.Flows;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Telemetry;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class OtlpTests
{
    [Fact]
    public async Task A_collector_gets_one_trace_from_the_upload_to_the_digest_and_the_metrics()
    {
        await using var collector = await Collector.StartAsync();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        await using (var app = await RunningApp.StartAsync(new ManualTime(DayOfWork.Monday), settings))
        {
            await app.RegisterAsync(Samples.Company, Samples.Yaml);
            using var content = Samples.Content("factures.csv");
            using var response = await app.Client.PostAsync($"engagements/{Samples.Company}/exports?file=factures.csv&taken=2026-11-16", content);
            response.EnsureSuccessStatusCode();
            await Eventually.FindAsync(async () =>
            {
                var page = await app.Client.GetStringAsync($"engagements/{Samples.Company}/documents");
                return page.Contains("engagement-brief.html", StringComparison.Ordinal) ? page : null;
            });
            await DayOfWork.DigestAsync(app);
        }

        var spans = collector.Spans;
        string[] way = ["send exports", "process exports", "send kpis", "process kpis", "send documents", "process documents", "send digests", "process digests"];
        var trace = spans.First(span => span.Name == "send exports").Trace;
        way.Except(spans.Where(span => span.Trace == trace).Select(span => span.Name), StringComparer.Ordinal).ShouldBeEmpty();
        collector.Metrics.ShouldContain(("ops.import.rows", "{row}"));
        collector.Metrics.ShouldContain(("ops.digest.sent", "{digest}"));
        collector.Metrics.ShouldContain(("ops.kpi.duration", "s"));
        collector.Metrics.ShouldContain(("ops.queue.age", "s"));
        collector.Everything.ShouldContain("ops-automation");
        collector.Everything.ShouldNotContain("elise", Case.Insensitive);
        collector.Everything.ShouldNotContain("factures.csv");
    }

    [Fact]
    public void Without_the_setting_nobody_listens()
    {
        OtlpSettings.From(new ConfigurationBuilder().Build()).ShouldBeNull();
        OpsTelemetry.Source.HasListeners().ShouldBeFalse();
        OpsTelemetry.Source.StartActivity("nothing", ActivityKind.Internal).ShouldBeNull();
    }

    [Theory]
    [InlineData("collector:4317", null)]
    [InlineData("not an address", null)]
    [InlineData("http://localhost:4317", "http/json")]
    public void A_setting_that_cannot_be_followed_is_refused_by_name(string endpoint, string? protocol)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint), new("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)]).Build();

        Should.Throw<InvalidOperationException>(() => OtlpSettings.From(configuration)).Message.ShouldStartWith("OTEL_EXPORTER_OTLP_");
    }
}
