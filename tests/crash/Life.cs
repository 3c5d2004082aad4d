using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OpsAutomation.Crash.Tests;

/// <summary>The app's process from its start to its end, which is mostly violent.</summary>
internal sealed partial class Life : IAsyncDisposable
{
    private const int KilledBySignal9 = 128 + 9;
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StreamWriter log;
    private readonly Lock gate = new();
    private readonly TaskCompletionSource<Uri?> started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Life(DateTimeOffset began, Process process, string log)
    {
        Began = began;
        this.process = process;
        this.log = new StreamWriter(log, append: true) { AutoFlush = true };
    }

    /// <summary>The moment of its clock at which it began.</summary>
    public DateTimeOffset Began { get; }

    /// <summary>Whether it has ended by SIGKILL, its own or the suite's.</summary>
    public bool WasKilled => process.HasExited && process.ExitCode == KilledBySignal9;

    public bool HasEnded => process.HasExited;

    /// <summary>Where it answers HTTP; null where it ended before it did.</summary>
    public Task<Uri?> StartedAsync(CancellationToken cancellationToken) => started.Task.WaitAsync(LongestStart, cancellationToken);

    /// <summary>Ends when it does.</summary>
    public Task EndedAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    public static Life Begin(DateTimeOffset now, IReadOnlyDictionary<string, string> environment, string log)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Repository.HostProgram);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var life = new Life(now, new Process { StartInfo = start, EnableRaisingEvents = true }, log);
        life.process.OutputDataReceived += (_, line) => life.Heard(line.Data);
        life.process.ErrorDataReceived += (_, line) => life.Heard(line.Data);
        life.process.Exited += (_, _) => life.started.TrySetResult(null);
        life.process.Start();
        life.process.BeginOutputReadLine();
        life.process.BeginErrorReadLine();
        return life;
    }

    /// <summary>SIGKILL from outside.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        // Also where it has ended: its last lines may still be on their way.
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        lock (gate)
            log.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (gate)
            log.WriteLine(line);
        if (Started().Match(line) is { Success: true } match)
            started.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"^STARTED (\S+)$")]
    private static partial Regex Started();
}
