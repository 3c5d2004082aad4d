namespace OpsAutomation.Ops.Files;

/// <summary>
/// Tells on standard error how far a long reading is: on a terminal one line that changes, elsewhere a plain line now and then. A short one says nothing.
/// </summary>
internal sealed class ReadProgress(Session session, string name, long length)
{
    private static readonly TimeSpan TerminalQuiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TerminalStep = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainStep = TimeSpan.FromSeconds(10);
    private readonly long started = session.Time.GetTimestamp();
    private readonly Lock gate = new();
    private TimeSpan next = session.ErrorIsTerminal ? TerminalQuiet : PlainStep;
    private bool lineIsOpen;

    /// <summary>The reading has come to a place; several threads may read the file at once.</summary>
    public void At(long position)
    {
        lock (gate)
            Tell(position);
    }

    /// <summary>Wipes the line of the terminal, so that what follows begins at its start.</summary>
    public void End()
    {
        if (lineIsOpen)
            session.RawError.Write("\r\u001b[K");
        lineIsOpen = false;
    }

    private void Tell(long position)
    {
        var elapsed = session.Time.GetElapsedTime(started);
        if (elapsed < next || length <= 0)
            return;
        next = elapsed + (session.ErrorIsTerminal ? TerminalStep : PlainStep);
        var percent = Math.Min(100, position * 100 / length);
        var line = session.Say($"Reading {name}: {percent} %", $"Lecture en cours, {name} : {percent} %");
        if (session.ErrorIsTerminal)
            session.Error.Write("\r" + line);
        else
            session.Error.WriteLine(line);
        lineIsOpen = session.ErrorIsTerminal;
    }
}
