namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>Reads billing intervals in words, as months.</summary>
public static class IntervalText
{
    /// <summary>The months of an interval such as <c>month</c>, <c>annuel</c>, <c>3 months</c>, <c>weekly</c>; null where it is not understood.</summary>
    public static decimal? Months(ReadOnlySpan<byte> text)
    {
        decimal count = 1m;
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit((char)text[digits]))
            digits++;
        if (digits > 0)
        {
            if (!NumberText.TryParse(text[..digits], 0, out count, out _))
                return null;
            text = text[digits..];
        }

        while (!text.IsEmpty && (Utf8Text.BlankAt(text) > 0 || text[0] is (byte)'-' or (byte)'_' or (byte)'/'))
            text = text[Math.Max(1, Utf8Text.BlankAt(text))..];
        Span<byte> word = stackalloc byte[16];
        Utf8Text.FoldWord(text, word, out var letters);
        var name = word[..letters];
        if (name.StartsWith("every"u8) || name.StartsWith("per"u8) || name.StartsWith("par"u8))
            return text.Length > letters + 1 ? Months(text[(letters + 1)..]) : null;
        if (name.StartsWith("month"u8) || name.StartsWith("mois"u8) || name.StartsWith("mensu"u8) || name.SequenceEqual("mo"u8) || name.SequenceEqual("m"u8))
            return count;
        if (name.StartsWith("year"u8) || name.StartsWith("annu"u8) || name.StartsWith("annee"u8) || name.SequenceEqual("an"u8) || name.SequenceEqual("ans"u8) || name.SequenceEqual("yr"u8) || name.SequenceEqual("y"u8))
            return count * 12m;
        if (name.StartsWith("week"u8) || name.StartsWith("sem"u8) && !name.StartsWith("semes"u8) || name.StartsWith("hebdo"u8))
            return count * 12m / 52m;
        if (name.StartsWith("semes"u8) || name.StartsWith("semian"u8) || name.StartsWith("biann"u8) || name.StartsWith("halfyear"u8) || name.StartsWith("half"u8))
            return count * 6m;
        if (name.StartsWith("quart"u8) || name.StartsWith("trimes"u8))
            return count * 3m;
        if (name.StartsWith("day"u8) || name.StartsWith("dai"u8) || name.StartsWith("jour"u8) || name.StartsWith("quotid"u8))
            return count * 12m / 365m;
        return name.StartsWith("bienn"u8) || name.StartsWith("two"u8) ? count * 24m : null;
    }
}
