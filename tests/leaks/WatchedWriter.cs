using System.Text;

namespace OpsAutomation.LeakWatch;

/// <summary>Standard error, looked at line by line.</summary>
internal sealed class WatchedWriter(TextWriter inner, Watch watch) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        inner.Write(value);
        Take(value);
    }

    public override void Write(string? value)
    {
        inner.Write(value);
        foreach (var c in value ?? "")
            Take(c);
    }

    public override void Flush() => inner.Flush();

    private void Take(char c)
    {
        lock (line)
        {
            if (c != '\n')
            {
                line.Append(c);
                return;
            }

            watch.Look("standard error", line.ToString());
            line.Clear();
        }
    }
}
