using NodaTime;

namespace OpsAutomation.Documents.Calendars;

/// <summary>A well-known recurring statutory date of a small company.</summary>
/// <param name="Id">The id, beginning with the country: by it an engagement leaves it out.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">What is due.</param>
/// <param name="Basis">The law or authority that sets it.</param>
/// <param name="Days">Its days within a window.</param>
public sealed record LegalDate(string Id, LegalDateKind Kind, LocalizedText Title, string Basis, Func<LegalWindow, IEnumerable<LocalDate>> Days)
{
    /// <summary>The region it is for, such as <c>CA-QC</c>; null for the whole country.</summary>
    public string? Region { get; init; }

    /// <summary>From how many employees it holds.</summary>
    public int From { get; init; }

    /// <summary>Below how many employees it holds.</summary>
    public int Below { get; init; } = int.MaxValue;

    /// <summary>Whether it comes back every month: such a date is shown once, with its next day.</summary>
    public bool IsMonthly { get; init; }
}
