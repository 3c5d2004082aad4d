namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>The signs that stand in and around a number, each with its length in bytes; 0 where the text does not start with one.</summary>
internal static class NumberSigns
{
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "INR", "BRL", "MXN",
        "ZAR", "SGD", "HKD", "AED", "SAR", "ILS", "TRY", "MAD", "TND", "DZD", "XOF", "XAF", "XPF", "KRW", "THB", "IDR", "MYR", "PHP", "ARS", "CLP", "COP",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CodeLookup = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static int Blank(ReadOnlySpan<byte> text) => Utf8Text.BlankAt(text);

    internal static int Minus(ReadOnlySpan<byte> text)
    {
        if (text[0] == '-')
            return 1;
        return text.StartsWith("−"u8) || text.StartsWith("–"u8) || text.StartsWith("‑"u8) ? 3 : 0;
    }

    internal static int Currency(ReadOnlySpan<byte> text)
    {
        switch (text[0])
        {
            case (byte)'$':
                return 1;
            case 0xC2 when text.StartsWith("£"u8) || text.StartsWith("¥"u8):
                return 2;
            case 0xE2 when text.StartsWith("€"u8) || text.StartsWith("₹"u8) || text.StartsWith("₽"u8) || text.StartsWith("₩"u8) || text.StartsWith("₪"u8) || text.StartsWith("₺"u8):
                return 3;
        }

        var letters = 0;
        while (letters < text.Length && letters < 4 && char.IsAsciiLetter((char)text[letters]))
            letters++;
        if (letters is 1 or 2 && text.Length > letters && text[letters] == '$')
            return letters + 1;
        if (letters == 2 && Utf8Text.Is(text[..2], "fr"u8))
            return text.Length > 2 && text[2] == '.' ? 3 : 2;
        if (letters == 2 && Utf8Text.Is(text[..2], "kr"u8))
            return 2;
        if (letters != 3)
            return 0;
        ReadOnlySpan<char> code = [char.ToUpperInvariant((char)text[0]), char.ToUpperInvariant((char)text[1]), char.ToUpperInvariant((char)text[2])];
        return CodeLookup.Contains(code) ? 3 : 0;
    }

    /// <summary>The separator that a text starts with: <c>.</c>, <c>,</c>, a blank as <c>' '</c>, an apostrophe of any form as <c>'</c>; 0 for none.</summary>
    internal static byte Separator(ReadOnlySpan<byte> text, out int length)
    {
        length = 1;
        if (text[0] is (byte)'.' or (byte)',' or (byte)'\'')
            return text[0];
        length = Utf8Text.BlankAt(text);
        if (length > 0)
            return (byte)' ';
        if (text.StartsWith("’"u8) || text.StartsWith("‘"u8))
        {
            length = 3;
            return (byte)'\'';
        }

        if (text.StartsWith("ʼ"u8))
        {
            length = 2;
            return (byte)'\'';
        }

        return 0;
    }
}
