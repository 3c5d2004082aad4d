namespace OpsAutomation.Links.Acts;

/// <summary>What the page of an item shows: texts, not markup.</summary>
internal sealed record ActView
{
    /// <summary>What the item is.</summary>
    public required string Title { get; init; }

    /// <summary>Its text, or empty.</summary>
    public string Lead { get; init; } = "";

    /// <summary>What else is known of it: a label and a text each.</summary>
    public IReadOnlyList<(string Label, string Text)> Facts { get; init; } = [];

    /// <summary>What was done, or that it was done already; empty where there is nothing to say.</summary>
    public string Said { get; init; } = "";

    /// <summary>What was missing in what was posted, or cannot be done; empty where nothing was.</summary>
    public string Missed { get; init; } = "";

    /// <summary>What more there is to say below.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Where to read what it is about: words and an address relative to the page's own; null for nowhere.</summary>
    public (string Text, string Url)? Link { get; init; }

    /// <summary>What can be done, or null where nothing can.</summary>
    public ActFields? Fields { get; init; }
}
