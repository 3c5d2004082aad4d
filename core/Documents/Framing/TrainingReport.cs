using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>The training plan as checked on a day.</summary>
public sealed record TrainingReport
{
    /// <summary>The lines by date; done ones last.</summary>
    public required IReadOnlyList<Training> Lines { get; init; }

    /// <summary>The day it is looked at.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The procedures of the document plan that nobody is trained on.</summary>
    public required IReadOnlyList<DocumentKind> Untaught { get; init; }

    /// <summary>People who do or answer for a line of the RACI and neither learn nor teach here; empty where there is no RACI or no plan.</summary>
    public required IReadOnlyList<Person> Untrained { get; init; }

    /// <summary>Lines whose day has passed without proof.</summary>
    public int Late => Lines.Count(IsLate);

    /// <summary>Lines whose proof was given.</summary>
    public int Done => Lines.Count(line => line.Done is not null);

    /// <summary>Hours of those who learn, as far as known.</summary>
    public decimal LearnerHours => Lines.Sum(line => (line.Hours ?? 0m) * line.Who.Count);

    /// <summary>Whether a line is late.</summary>
    public bool IsLate(Training line) => line.Done is null && line.By < Today;

    /// <summary>Checks the plan of an engagement.</summary>
    public static TrainingReport Of(Engagement engagement, LocalDate today)
    {
        var working = engagement.Raci.SelectMany(row => row.Responsible.Concat(row.Accountable)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Who teaches has learnt.
        var learning = engagement.Training.SelectMany(line => line.Who.Append(line.Trainer ?? "")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Lines = [.. engagement.Training.OrderBy(line => line.Done is not null).ThenBy(line => line.By)],
            Today = today,
            Untaught = [.. DocumentLibrary.PlanFor(engagement).Where(kind => kind.Family == DocumentFamily.Sop && engagement.Training.All(line => line.Sop != kind.Id))],
            Untrained = engagement.Training.Count == 0 ? [] : [.. engagement.People.Where(person =>
                working.Contains(person.Id) && !learning.Contains(person.Id) && person.Role is not (PersonRole.Sponsor or PersonRole.Ceo or PersonRole.Obm))],
        };
    }
}
