using System.Buffers;
using System.Text;

namespace OpsAutomation.Ops.Output;

/// <summary>
/// Text as a terminal may show it: what names of clients, deals and files hold can neither send the terminal a command nor turn the
/// direction of a line. Control and bidirectional characters become U+FFFD; line ends and tabs stay.
/// </summary>
internal sealed class PlainTextWriter(TextWriter inner) : TextWriter
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Harmful = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c) && c is not ('\n' or '\r' or '\t')).Select(c => (char)c))
        + "\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>A writer over another one, which stays the owner of what it holds.</summary>
    public static TextWriter Over(TextWriter inner) => new PlainTextWriter(inner);

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(Harmful.Contains(value) ? Replacement : value);

    public override void Write(ReadOnlySpan<char> buffer)
    {
        for (var at = buffer.IndexOfAny(Harmful); at >= 0; at = buffer.IndexOfAny(Harmful))
        {
            inner.Write(buffer[..at]);
            inner.Write(Replacement);
            buffer = buffer[(at + 1)..];
        }

        inner.Write(buffer);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value)
    {
        Write(value.AsSpan());
        inner.WriteLine();
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();
}
