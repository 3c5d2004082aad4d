using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph;

/// <summary>What Graph sends, as a stream whose failures are those of Graph and which does not last for ever.</summary>
internal static class GraphStream
{
    public static FailingStream Of(Stream content, GraphUse use, TimeSpan longest)
    {
        var life = new CancellationTokenSource(longest);
        return new(content, error => error is OperationCanceledException || GraphFailure.IsGraph(error) ? GraphFailure.Of(error, use) : null, life, life.Token);
    }
}
