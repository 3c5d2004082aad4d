using Microsoft.Extensions.Configuration;

namespace OpsAutomation.Functions.Telemetry;

/// <summary>
/// Where traces and metrics go by OTLP, in the settings that OpenTelemetry names: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> turns the export on. What else
/// the exporter knows, such as <c>OTEL_EXPORTER_OTLP_HEADERS</c>, it reads itself.
/// </summary>
internal sealed record OtlpSettings
{
    /// <summary>The setting that turns the export on.</summary>
    public const string EndpointName = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The setting of the protocol.</summary>
    public const string ProtocolName = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>The setting of headers, such as a key of the collector.</summary>
    public const string HeadersName = "OTEL_EXPORTER_OTLP_HEADERS";

    /// <summary>The setting of the name under which the app shows.</summary>
    public const string ServiceName = "OTEL_SERVICE_NAME";

    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <summary>The name under which the app shows.</summary>
    public required string Service { get; init; }

    /// <summary>The settings; null where the export is off.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is no address, or the protocol is unknown.</exception>
    public static OtlpSettings? From(IConfiguration configuration)
    {
        if (configuration[EndpointName] is not { Length: > 0 } endpoint)
            return null;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"{EndpointName} is no address of a collector: one was expected, such as http://localhost:4317.");
        if (configuration[ProtocolName] is { Length: > 0 } protocol && !Protocols.Contains(protocol, StringComparer.Ordinal))
            throw new InvalidOperationException($"{ProtocolName} is '{protocol}': {string.Join(" or ", Protocols)} was expected.");
        return new OtlpSettings { Service = configuration[ServiceName] is { Length: > 0 } name ? name : "ops-automation" };
    }
}
