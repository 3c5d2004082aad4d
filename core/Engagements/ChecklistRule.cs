using NodaTime;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Engagements;

/// <summary>When a checklist starts by itself: on days, or when something happens.</summary>
public sealed record ChecklistRule
{
    /// <summary>The event that a deal was won, as facts tell it: from exports and from webhooks.</summary>
    public const string DealWon = "deal.won";

    /// <summary>What tells rules of the same document apart; the document's kind unless the file says another. It stays when the rule's days change.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of document that it starts from.</summary>
    public required string Kind { get; init; }

    /// <summary>How often; null where it waits for an event.</summary>
    public ChecklistCadence? Every { get; init; }

    /// <summary>On which day of the week, month, quarter or year; one that is no working day moves to the next.</summary>
    public ChecklistDay On { get; init; } = ChecklistDay.First;

    /// <summary>The event it waits for: <see cref="DealWon"/>, or the type of a webhook's event; null where it starts on days.</summary>
    public string? Event { get; init; }

    /// <summary>Of a webhook's event: where it says what the checklist is for; null takes the event's text.</summary>
    public JsonPath? For { get; init; }

    /// <summary>The person who does the lines that name nobody; null for nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>The first day on which it starts anything; null for the engagement's first.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Whether it waits for events of a type.</summary>
    internal bool IsOn(string? type) => Event is not null && Event != DealWon && string.Equals(Event, type, StringComparison.OrdinalIgnoreCase);
}
