using System.Collections.Concurrent;
using System.Diagnostics;

namespace OpsAutomation.CrashHost;

/// <summary>
/// Sees every request that leaves the process, right before it leaves and right after its answer came, and ends the process with SIGKILL at the
/// one that is asked for. The product knows nothing of it: what is listened to is what .NET tells of every HTTP client.
/// </summary>
internal sealed class EffectWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Before = "System.Net.Http.HttpRequestOut.Start";
    private const string After = "System.Net.Http.HttpRequestOut.Stop";

    private readonly ConcurrentDictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly Process self = Process.GetCurrentProcess();
    private readonly Lock gate = new();
    private readonly EffectNames names;
    private readonly string? deadly;
    private readonly int occurrence;
    private readonly StreamWriter? record;
    private readonly IDisposable all;
    private IDisposable? http;

    /// <summary>Begins to watch.</summary>
    /// <param name="names">Names effects.</param>
    /// <param name="deadly">The failpoint at which the process ends, <c>name#occurrence</c>; null for none.</param>
    /// <param name="record">The file to which each failpoint that is passed is appended; null for none.</param>
    public EffectWatch(EffectNames names, string? deadly, string? record)
    {
        this.names = names;
        var hash = deadly?.LastIndexOf('#') ?? -1;
        this.deadly = hash < 0 ? deadly : deadly![..hash];
        occurrence = hash < 0 ? 1 : int.Parse(deadly![(hash + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        this.record = record is null ? null : new StreamWriter(record, append: true) { AutoFlush = true };
        all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
            http = value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key is not (Before or After) || value.Value is null || RequestOf(value.Value) is not { } request || names.Of(request) is not { } name)
            return;
        Pass(name + (value.Key == Before ? ":before" : ":after"));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        http?.Dispose();
        all.Dispose();
        record?.Dispose();
        self.Dispose();
    }

    private static HttpRequestMessage? RequestOf(object payload) => payload.GetType().GetProperty("Request")?.GetValue(payload) as HttpRequestMessage;

    private void Pass(string failpoint)
    {
        var count = seen.AddOrUpdate(failpoint, 1, (_, known) => known + 1);
        lock (gate)
            record?.WriteLine(failpoint);
        if (failpoint != deadly || count != occurrence)
            return;
        lock (gate)
            record?.WriteLine("killed at " + failpoint);
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
