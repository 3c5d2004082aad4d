using NodaTime;

namespace OpsAutomation.Documents.Life;

/// <summary>What somebody does about a document.</summary>
/// <param name="By">Who, for people to read.</param>
/// <param name="Today">The day it is, in the engagement's zone.</param>
public sealed record LifeAct(string By, LocalDate Today)
{
    /// <summary>Who, for the record of acts; null for <see cref="By"/>.</summary>
    public string? Actor { get; init; }

    /// <summary>The id of the approver in whose place it is done, by who is not the approver; null otherwise.</summary>
    public string? For { get; init; }

    /// <summary>What is said with it, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Of an approval, the day from which it is in force; null for today. Of a review, the day of the next; null for what follows from the file.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The content that is meant, where it must be no other; null for whatever there is.</summary>
    public string? ContentHash { get; init; }

    internal string AuditActor => Actor ?? By;
}
