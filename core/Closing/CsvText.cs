using System.Buffers;
using System.Globalization;
using System.Text;

namespace OpsAutomation.Closing;

/// <summary>A table as CSV: UTF-8 with its mark, commas, CR LF, numbers with a point; a text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
internal sealed class CsvText(Stream stream, IReadOnlyList<string> columns) : IAsyncDisposable
{
    private const int Full = 64 * 1024;
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"'\r\n\t");
    private readonly StringBuilder text = new StringBuilder("\uFEFF").AppendJoin(',', columns).Append("\r\n");

    /// <summary>How many lines there are below the columns.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds a line.</summary>
    public async ValueTask AddAsync(IEnumerable<string?> cells, CancellationToken cancellationToken)
    {
        text.AppendJoin(',', cells.Select(cell => cell ?? "")).Append("\r\n");
        Rows++;
        if (text.Length >= Full)
            await WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A text of a person or of a tool.</summary>
    public static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var safe = value.TrimStart() is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..] ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(Quoted) >= 0 || safe.Length != safe.Trim().Length ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>A number.</summary>
    public static string Cell(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await WriteAsync(CancellationToken.None).ConfigureAwait(false);

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken).ConfigureAwait(false);
        text.Clear();
    }
}
