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
}
