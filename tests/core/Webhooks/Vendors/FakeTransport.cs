using System.Text;
using System.Text.Json;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

/// <summary>Keeps what was posted.</summary>
internal sealed class FakeTransport : IEventTransport
{
    public List<(Uri Url, string Text)> Posted { get; } = [];

    public Task<TransportAnswer> PostAsync(Uri url, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        using var document = JsonDocument.Parse(body);
        Posted.Add((url, document.RootElement.GetProperty("text").GetString()!));
        return Task.FromResult(new TransportAnswer(200));
    }
}
