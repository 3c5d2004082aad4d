namespace OpsAutomation.Digests;

/// <summary>The parts of a digest, each formatted for its reader; HTML and text show the same parts in the same order.</summary>
public sealed record DigestBody
{
    /// <summary>Client and week: <c>Atelier Lumen · 16–22 nov. 2026</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What a mailbox shows after the subject.</summary>
    public required string Preheader { get; init; }

    /// <summary>What the OBM is to do with a draft; empty in what leaves.</summary>
    public IReadOnlyList<string> Notice { get; init; } = [];

    /// <summary>What a correction corrects, old and new figure; empty in other digests.</summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>The first sentence: best and worst fact.</summary>
    public required string Headline { get; init; }

    /// <summary>What to do where there are no data; empty otherwise.</summary>
    public string WithoutData { get; init; } = "";

    /// <summary>The OBM's own sentence, quoted as hers; empty for none.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>At most three movements.</summary>
    public IReadOnlyList<DigestMovement> Movements { get; init; } = [];

    /// <summary>Comments that no movement quotes.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>The decisions awaited.</summary>
    public IReadOnlyList<DigestDecision> Decisions { get; init; } = [];

    /// <summary>How to answer, or that nothing needs a decision; empty where there are neither data nor decisions.</summary>
    public required string Reply { get; init; }

    /// <summary>At most five KPIs, those off target first.</summary>
    public IReadOnlyList<DigestFigure> Figures { get; init; } = [];

    /// <summary>What must be known below the table.</summary>
    public IReadOnlyList<string> FigureNotes { get; init; } = [];

    /// <summary>The lines below: plan, late, risks, documents, sources; each a title and a text.</summary>
    public IReadOnlyList<DigestLine> Lines { get; init; } = [];

    /// <summary>Where the OBM approves a draft, and the words for it; null in what leaves.</summary>
    public DigestLink? Approve { get; init; }

    /// <summary>Where the board is, and the words for it; null for no link.</summary>
    public DigestLink? Board { get; init; }

    /// <summary>For whom, from whom, and how to answer.</summary>
    public required string Footer { get; init; }

    /// <summary>Where the reader can end the digests, and the words for it; null where the app has no public address.</summary>
    public DigestLink? Unsubscribe { get; init; }
}
