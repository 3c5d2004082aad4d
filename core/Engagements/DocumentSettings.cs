namespace OpsAutomation.Engagements;

/// <summary>The document plan of an engagement.</summary>
public sealed record DocumentSettings
{
    /// <summary>The kinds of documents to generate, such as <c>sop-client-onboarding</c>; empty takes the defaults of the size.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>The kinds of SOPs that the company cannot do without: the denominator of SOP coverage; empty takes all SOP kinds of the plan.</summary>
    public IReadOnlyList<string> CriticalSops { get; init; } = [];

    /// <summary>Months after which a live SOP is due for review.</summary>
    public int ReviewMonths { get; init; } = 6;

    /// <summary>Whether new versions of what binds people wait for approval; null takes the default of the size: a solo author publishes without.</summary>
    public bool? Approval { get; init; }

    /// <summary>The id of who approves where a document names nobody; null takes the sponsor.</summary>
    public string? Approver { get; init; }

    /// <summary>Whether readers and approvers are asked by mail.</summary>
    public bool AsksByMail { get; init; } = true;

    /// <summary>What is said of single documents.</summary>
    public IReadOnlyList<DocumentLifeSetting> Life { get; init; } = [];
}
