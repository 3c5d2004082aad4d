using System.Runtime.ExceptionServices;

namespace OpsAutomation.LeakWatch;

/// <summary>Looks for planted names, and writes down what it finds.</summary>
internal sealed class Watch
{
    private const string Refusal = "OpsAutomation.OpsException";

    private static LogListener? listener;
    private readonly Lock gate = new();
    private readonly string file;
    private readonly string[] planted;

    private Watch(string file)
    {
        this.file = file;
        planted = [.. File.ReadAllLines(Path.Combine(Path.GetDirectoryName(typeof(Watch).Assembly.Location)!, "planted.txt")).Where(line => line.Length > 0 && !line.StartsWith('#'))];
    }

    /// <summary>Watches this process until it ends.</summary>
    public static void Begin(string file)
    {
        var watch = new Watch(file);
        AppDomain.CurrentDomain.FirstChanceException += watch.Look;
        listener = new LogListener(watch);
        Console.SetError(new WatchedWriter(Console.Error, watch));
        File.AppendAllText(file + ".watched", "watched\n");
    }

    /// <summary>Writes down the names in a text.</summary>
    /// <param name="where">What the text is: <c>log</c>, <c>failure</c>, <c>standard error</c>.</param>
    /// <param name="text">The text.</param>
    public void Look(string where, string? text)
    {
        if (text is null || Array.Find(planted, name => text.Contains(name, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return;
        var isProbe = found.StartsWith("probe-", StringComparison.Ordinal);
        lock (gate)
            File.AppendAllText(isProbe ? file + ".probes" : file, $"{where}: “{found}” in: {(text.Length > 400 ? text[..400] : text).ReplaceLineEndings(" ")}\n");
    }

    // What people are shown of a failure, in both languages: dead letters, notices, answers and standard error are made of it.
    private void Look(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (e.Exception.GetType().FullName == Refusal)
            Look("failure", e.Exception.GetType().GetProperty("Text")?.GetValue(e.Exception)?.ToString());
    }
}
