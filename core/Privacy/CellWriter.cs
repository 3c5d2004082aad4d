using System.Buffers;
using OpsAutomation.Exports.Reading.Delimited;

namespace OpsAutomation.Privacy;

/// <summary>Writes fields with the quotes that they had, and with some where their new text needs them.</summary>
internal sealed class CellWriter(TextWriter writer, char delimiter)
{
    private readonly SearchValues<char> special = SearchValues.Create([delimiter, '\r', '\n']);

    /// <summary>Writes a field, and before any but the first the delimiter.</summary>
    /// <param name="text">The field's text.</param>
    /// <param name="column">Its place from 0.</param>
    /// <param name="isQuoted">Whether it stood in quotes.</param>
    /// <param name="startsWithQuote">Whether it began with a quote that was text.</param>
    public void Write(string text, int column, bool isQuoted, bool startsWithQuote)
    {
        if (column > 0 && delimiter != DelimitedLayout.None)
            writer.Write(delimiter);
        if (!isQuoted && (startsWithQuote || !text.StartsWith('"')) && !text.AsSpan().ContainsAny(special))
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
