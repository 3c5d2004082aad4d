namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>Reads yes and no in both languages.</summary>
public static class FlagText
{
    /// <summary>Reads a trimmed flag: true/false, yes/no, oui/non, vrai/faux, 1/0, x, y/n, o/n, t/f, on/off.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out bool value)
    {
        value = false;
        if (text.Length is 0 or > 8)
            return false;
        if (Utf8Text.Is(text, "true"u8) || Utf8Text.Is(text, "yes"u8) || Utf8Text.Is(text, "1"u8) || Utf8Text.Is(text, "oui"u8) || Utf8Text.Is(text, "vrai"u8)
            || Utf8Text.Is(text, "y"u8) || Utf8Text.Is(text, "o"u8) || Utf8Text.Is(text, "t"u8) || Utf8Text.Is(text, "x"u8) || Utf8Text.Is(text, "on"u8)
            || Utf8Text.Is(text, "1.0"u8) || Utf8Text.Is(text, "checked"u8) || text.SequenceEqual("✓"u8) || text.SequenceEqual("✔"u8))
        {
            value = true;
            return true;
        }

        return Utf8Text.Is(text, "false"u8) || Utf8Text.Is(text, "no"u8) || Utf8Text.Is(text, "0"u8) || Utf8Text.Is(text, "non"u8) || Utf8Text.Is(text, "faux"u8)
            || Utf8Text.Is(text, "n"u8) || Utf8Text.Is(text, "f"u8) || Utf8Text.Is(text, "off"u8) || Utf8Text.Is(text, "0.0"u8);
    }
}
