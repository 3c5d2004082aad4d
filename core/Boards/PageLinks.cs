namespace OpsAutomation.Boards;

/// <summary>What every link of a page carries on: the key and the language that the reader came with.</summary>
/// <param name="Code">The key in the address, or null where it came otherwise.</param>
/// <param name="Language">The language that was asked for, or null.</param>
public sealed record PageLinks(string? Code = null, Language? Language = null)
{
    /// <summary>The token that a reader came by; null for who came with a key.</summary>
    public string? Token { get; init; }

    /// <summary>Makes the token by which that reader opens one document; null for who came with a key.</summary>
    public Func<string, string>? SignDocument { get; init; }

    /// <summary>Makes the token by which that reader acts on one item; null where they may not, or no more.</summary>
    public Func<string, string?>? SignItem { get; init; }

    /// <summary>Whether the page is for a reader of one client, who is shown no way to the others.</summary>
    internal bool IsReaders => Token is not null;

    /// <summary>The address of a document in a format, relative to its engagement.</summary>
    internal string ToDocument(string document, string ending) => SignDocument is { } sign
        ? (this with { Token = sign(document) }).To($"documents/{document}.{ending}")
        : To($"documents/{document}.{ending}");

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
        if (!string.IsNullOrEmpty(Token))
            query.Add("t=" + Uri.EscapeDataString(Token));
        return PageText.Encode(query.Count == 0 ? path : $"{path}?{string.Join('&', query)}");
    }
}
