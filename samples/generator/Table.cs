using System.Text;

namespace OpsAutomation.Samples;

/// <summary>A delimited text file, written the way a vendor writes it.</summary>
internal sealed class Table(char delimiter, bool quoteAll = false, string newLine = "\r\n")
{
    private readonly StringBuilder text = new();

    public Table Row(params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                text.Append(delimiter);
            var cell = cells[i] ?? "";
            if (quoteAll || cell.AsSpan().IndexOfAny([delimiter, '"', '\n']) >= 0)
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                text.Append(cell);
        }

        text.Append(newLine);
        return this;
    }

    public Table Line(string line)
    {
        text.Append(line).Append(newLine);
        return this;
    }

    public byte[] Bytes(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
}
