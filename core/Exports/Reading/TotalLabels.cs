using System.Text;

namespace OpsAutomation.Exports.Reading;

/// <summary>Recognises total and subtotal rows: a label, and beside it nothing but amounts and blanks.</summary>
internal static class TotalLabels
{
    private static readonly HashSet<string> WeakLabels = new(StringComparer.Ordinal)
    {
        "total", "totals", "totaux", "somme", "sum", "total ht", "total ttc", "total eur", "total usd", "sous total",
    };

    private static readonly HashSet<string> StrongLabels = new(StringComparer.Ordinal)
    {
        "grand total", "grand totals", "total general", "totaux generaux", "sous-total", "subtotal", "sub-total", "sub total", "sous-totaux", "subtotals",
        "total income", "total revenue", "total revenues", "total expenses", "total cost of goods sold", "total cost of sales", "total operating expenses",
        "total other income", "total other expenses", "total trading income", "total assets", "total liabilities", "total equity",
        "total des produits", "total des charges", "total produits", "total charges", "total actif", "total passif", "total generale",
    };

    /// <summary>Judges a row by its first cell that is not blank; the other cells must be amounts or blank.</summary>
    public static TotalStrength Judge(RowBuffer row, out bool hasBlank)
    {
        hasBlank = false;
        var first = 0;
        while (first < row.Count && row.Field(first).IsEmpty)
            first++;
        if (first == row.Count)
            return TotalStrength.None;
        var label = row.Field(first);
        // Nearly every row leaves here.
        if (!MayBeLabel(label) || label.Length > 120)
            return TotalStrength.None;
        var strength = JudgeLabel(Encoding.UTF8.GetString(Utf8Cells.Trim(label)));
        if (strength == TotalStrength.None)
            return strength;
        hasBlank = first > 0;
        for (var i = first + 1; i < row.Count; i++)
        {
            var cell = Utf8Cells.Trim(row.Field(i));
            if (cell.IsEmpty)
                hasBlank = true;
            else if (row.KindOf(i) is CellKind.Date or CellKind.Boolean || cell.Length > 60 || !IsAmountOrCount(Encoding.UTF8.GetString(cell)))
                return TotalStrength.None;
        }

        return strength;
    }

    private static bool MayBeLabel(ReadOnlySpan<byte> label)
    {
        // An indented label, or one behind a space that does not break, is trimmed first.
        if (label[0] <= (byte)' ' || label[0] >= 0x80)
            label = Utf8Cells.Trim(label);
        return !label.IsEmpty && (label[0] | 0x20) is 't' or 's' or 'g' && label.Length >= 3;
    }

    private static TotalStrength JudgeLabel(string text)
    {
        var label = Fold(text);
        if (label.StartsWith("total for ", StringComparison.Ordinal) || label.StartsWith("total pour ", StringComparison.Ordinal)
            || label.StartsWith("grand total (", StringComparison.Ordinal) || label.StartsWith("grand totals (", StringComparison.Ordinal)
            || label.StartsWith("total (", StringComparison.Ordinal) || label.StartsWith("subtotal (", StringComparison.Ordinal))
            return TotalStrength.Strong;
        if (StrongLabels.Contains(label))
            return TotalStrength.Strong;
        return WeakLabels.Contains(label) ? TotalStrength.Weak : TotalStrength.None;
    }

    private static bool IsAmountOrCount(string cell) =>
        CellLook.IsAmount(cell)
        || cell.EndsWith(" records", StringComparison.OrdinalIgnoreCase)
        || cell is "-" or "–" or "—";

    /// <summary>Lower case, without accents, colons and asterisks.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case 'é' or 'É' or 'è' or 'È': folded.Append('e'); break;
                case '\u0301' or '\u0300' or ':' or '*': break;
                case '\u00a0' or '\u202f': folded.Append(' '); break;
                default: folded.Append(char.ToLowerInvariant(c)); break;
            }
        }

        return folded.ToString().Trim();
    }
}
