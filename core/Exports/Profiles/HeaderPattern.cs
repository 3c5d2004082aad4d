using OpsAutomation.Exports.Mapping;

namespace OpsAutomation.Exports.Profiles;

/// <summary>A column name to look for, compared as <see cref="HeaderName.Key"/> compares; <c>*</c> at its ends stands for anything, <c>=</c> before it asks for that very writing.</summary>
public sealed class HeaderPattern
{
    private readonly string key;
    private readonly bool anyBefore;
    private readonly bool anyAfter;

    /// <summary>Creates a pattern from its text in a profile.</summary>
    public HeaderPattern(string text)
    {
        Text = text;
        Exact = text.StartsWith('=') ? text[1..] : null;
        anyBefore = text.StartsWith('*');
        anyAfter = text.Length > 1 && text.EndsWith('*');
        key = HeaderName.Key(text);
    }

    /// <summary>The name as the profile writes it.</summary>
    public string Text { get; }

    /// <summary>Whether more than the exact name fits.</summary>
    public bool IsWide => anyBefore || anyAfter;

    /// <summary>Whether the vendor writes an object and its field with a dash between them.</summary>
    public bool HasDash => Text.Contains(" - ", StringComparison.Ordinal);

    /// <summary>The name as it must be written, where only a vendor's own way to write it tells the vendor (<c>=dealname</c>); else null.</summary>
    public string? Exact { get; }

    /// <summary>Whether a key fits.</summary>
    public bool Matches(string headerKey)
    {
        if (key.Length == 0 || headerKey.Length == 0)
            return false;
        if (anyBefore)
            return anyAfter ? headerKey.Contains(key, StringComparison.Ordinal) : headerKey.EndsWith(key, StringComparison.Ordinal);
        return anyAfter ? headerKey.StartsWith(key, StringComparison.Ordinal) : string.Equals(headerKey, key, StringComparison.Ordinal);
    }
}
