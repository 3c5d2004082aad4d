namespace OpsAutomation.Boards;

/// <summary>What every link of a page carries on: the key and the language that the reader came with.</summary>
/// <param name="Code">The key in the address, or null where it came otherwise.</param>
/// <param name="Language">The language that was asked for, or null.</param>
public sealed record PageLinks(string? Code = null, Language? Language = null)
{
    /// <summary>A relative address with what it carries on, escaped as an attribute's value.</summary>
    internal string To(string path) => To(path, Language);

    /// <summary>The same in a language.</summary>
    internal string To(string path, Language? language)
    {
        List<string> query = [];
        if (language is { } known)
            query.Add("lang=" + LanguageCode.Of(known));
        if (!string.IsNullOrEmpty(Code))
            query.Add("code=" + Uri.EscapeDataString(Code));
        return PageText.Encode(query.Count == 0 ? path : $"{path}?{string.Join('&', query)}");
    }
}
