using OpsAutomation.Documents.Kept;

namespace OpsAutomation.Documents;

/// <summary>What a person brings to a document that is written.</summary>
internal sealed record DocumentWriting
{
    /// <summary>Nothing: it is as generated.</summary>
    public static DocumentWriting Generated { get; } = new();

    /// <summary>People's text; null for none.</summary>
    public KeptText? Kept { get; init; }

    /// <summary>Who brings it now; null where it was there before.</summary>
    public string? By { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is proposed: a draft, whatever the size of the engagement.</summary>
    public bool IsProposal { get; init; }

    /// <summary>Of a document that no template makes, what its author says of it.</summary>
    public OwnDocument? Own { get; init; }

    /// <summary>Of such a document, its title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it is stored as an edit.</summary>
    public bool IsEdit => IsAct && Kept is not null;

    /// <summary>Whether this is an act of a person now.</summary>
    public bool IsAct => By is not null || IsProposal;
}
