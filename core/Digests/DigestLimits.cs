namespace OpsAutomation.Digests;

/// <summary>How much of each part a digest shows. Tighter ones are tried in turn until the whole is under 350 words.</summary>
internal sealed record DigestLimits(int Movements, int Decisions, int Lines, int Documents, int Sources, int Notes, int Words, int LabelWords, int Corrections = 5, int Milestones = 8, bool Links = true)
{
    /// <summary>The words that a digest stays under.</summary>
    public const int WordLimit = 350;

    /// <summary>KPIs shown at most.</summary>
    public const int Figures = 5;

    /// <summary>From roomy to tight. Figures are never cut: they are what the reader named.</summary>
    public static IReadOnlyList<DigestLimits> All { get; } =
    [
        new(Movements: 3, Decisions: 3, Lines: 3, Documents: 3, Sources: 8, Notes: 2, Words: 30, LabelWords: 8),
        new(Movements: 3, Decisions: 2, Lines: 3, Documents: 2, Sources: 8, Notes: 1, Words: 30, LabelWords: 8),
        new(Movements: 3, Decisions: 2, Lines: 3, Documents: 1, Sources: 7, Notes: 1, Words: 28, LabelWords: 8),
        new(Movements: 3, Decisions: 2, Lines: 2, Documents: 0, Sources: 7, Notes: 1, Words: 26, LabelWords: 8),
        new(Movements: 3, Decisions: 2, Lines: 2, Documents: 0, Sources: 6, Notes: 1, Words: 24, LabelWords: 8),
        new(Movements: 3, Decisions: 2, Lines: 2, Documents: 0, Sources: 5, Notes: 1, Words: 24, LabelWords: 8),
        new(Movements: 3, Decisions: 2, Lines: 2, Documents: 0, Sources: 4, Notes: 0, Words: 20, LabelWords: 6),
        new(Movements: 3, Decisions: 2, Lines: 2, Documents: 0, Sources: 3, Notes: 0, Words: 18, LabelWords: 5, Corrections: 4, Milestones: 5),
        new(Movements: 3, Decisions: 1, Lines: 1, Documents: 0, Sources: 2, Notes: 0, Words: 16, LabelWords: 5, Corrections: 4, Milestones: 4),
        new(Movements: 2, Decisions: 1, Lines: 1, Documents: 0, Sources: 2, Notes: 0, Words: 12, LabelWords: 4, Corrections: 3, Milestones: 4),
        new(Movements: 1, Decisions: 1, Lines: 1, Documents: 0, Sources: 1, Notes: 0, Words: 8, LabelWords: 3, Corrections: 2, Milestones: 3),
        new(Movements: 1, Decisions: 1, Lines: 1, Documents: 0, Sources: 1, Notes: 0, Words: 5, LabelWords: 2, Corrections: 1, Milestones: 2),
        // For figures of many groups of digits under a sentence as long as one may be.
        new(Movements: 1, Decisions: 1, Lines: 1, Documents: 0, Sources: 1, Notes: 0, Words: 2, LabelWords: 1, Corrections: 1, Milestones: 1),
    ];
}
