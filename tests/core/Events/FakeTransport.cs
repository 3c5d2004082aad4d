using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Events;

/// <summary>A receiver that keeps what was posted to it and answers as a test says.</summary>
internal sealed class FakeTransport : IEventTransport
{
    private readonly Lock gate = new();

    public List<(Uri Url, Dictionary<string, string> Headers, byte[] Body)> Posted { get; } = [];

    /// <summary>The answer to a post, by its number from 1.</summary>
    public Func<int, TransportAnswer> Answer { get; set; } = _ => new(204);

    /// <summary>Runs when a post has been taken: a process may die here.</summary>
    public Action<int>? Taken { get; set; }

    public Task<TransportAnswer> PostAsync(
        Uri url, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        int number;
        lock (gate)
        {
            Posted.Add((url, new(headers, StringComparer.OrdinalIgnoreCase), body.ToArray()));
            number = Posted.Count;
        }

        Taken?.Invoke(number);
        return Task.FromResult(Answer(number));
    }
}
