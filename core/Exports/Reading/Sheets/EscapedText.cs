using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>Characters that XML cannot hold are written as <c>_x000D_</c> in workbooks (ECMA-376 part 1, 22.9.2.19).</summary>
internal static partial class EscapedText
{
    public static bool Has(ReadOnlySpan<byte> text) => text.IndexOf("_x"u8) >= 0;

    public static byte[] Unescape(ReadOnlySpan<byte> text) =>
        Encoding.UTF8.GetBytes(Escaped().Replace(
            Encoding.UTF8.GetString(text),
            match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    /// <summary>The text as XML can hold it, and as <see cref="Unescape"/> gives it back.</summary>
    public static string Escape(string text)
    {
        text = LooksEscaped().Replace(text, "_x005F_");
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.Contains('\ufffe') && !text.Contains('\uffff'))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c is '\t' or '\n' || (c >= ' ' && c < '\ufffe'))
                escaped.Append(c);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
        }

        return escaped.ToString();
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}
