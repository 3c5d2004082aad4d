using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>Who carries the lines of a RACI matrix and who stands in for them: the matrix and its KPIs count by the same rule.</summary>
public static class RaciCover
{
    /// <summary>The ids of those who are A or R of a line.</summary>
    public static IEnumerable<string> Bearers(RaciRow row) => row.Accountable.Concat(row.Responsible);

    /// <summary>The ids of all who are A or R of any line, each once.</summary>
    public static IEnumerable<string> Bearers(Engagement engagement) => engagement.Raci.SelectMany(Bearers).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether somebody stands in for a person on a day: another one, who has not left.</summary>
    public static bool HasDeputy(Engagement engagement, string id, LocalDate day) =>
        engagement.FindPerson(engagement.FindPerson(id)?.Deputy) is { } deputy
        && !string.Equals(deputy.Id, id, StringComparison.OrdinalIgnoreCase)
        && !deputy.HasLeft(day);
}
