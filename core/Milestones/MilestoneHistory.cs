using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>What happened to the milestones of an engagement. The order in which marks are given does not matter: their days and moments do.</summary>
public sealed class MilestoneHistory
{
    private readonly List<MilestoneMark> marks;

    /// <summary>Takes in the marks.</summary>
    public MilestoneHistory(IEnumerable<MilestoneMark> marks) =>
        this.marks = [.. marks.OrderBy(mark => mark.Day).ThenBy(mark => mark.At).ThenBy(mark => mark.What).ThenBy(mark => mark.Target, StringComparer.Ordinal)];

    /// <summary>Nothing happened.</summary>
    public static MilestoneHistory Empty { get; } = new([]);

    /// <summary>Every mark, oldest first.</summary>
    public IReadOnlyList<MilestoneMark> Marks => marks;

    /// <summary>A criterion as its marks, and those of its milestone, leave it at the end of a day.</summary>
    internal MarkedCriterion CriterionAt(string criterion, string milestone, LocalDate day)
    {
        MilestoneMark? done = null;
        LocalDate? met = null;
        LocalDate? reopened = null;
        foreach (var mark in Until(day))
        {
            var own = Same(mark.Target, criterion);
            if (!own && !Same(mark.Target, milestone))
                continue;
            switch (mark.What)
            {
                case MarkKind.Done:
                    done ??= mark;
                    break;
                case MarkKind.Reopened:
                    (done, met, reopened) = (null, null, mark.Day);
                    break;
                case MarkKind.Met when own:
                    met ??= mark.Day;
                    break;
                case MarkKind.Unmet when own:
                    met = null;
                    break;
            }
        }

        return new(done, met, reopened);
    }

    /// <summary>The day on which a milestone was found or said to be done, and not reopened since; null where it was not.</summary>
    internal LocalDate? DoneAt(PlannedMilestone milestone, LocalDate day)
    {
        LocalDate? done = null;
        foreach (var mark in Until(day))
        {
            var whole = Same(mark.Target, milestone.Id);
            if (whole && mark.What is MarkKind.Done or MarkKind.Achieved)
                done ??= mark.Day;
            else if (mark.What == MarkKind.Reopened && (whole || milestone.Criteria.Any(criterion => Same(mark.Target, criterion.Id))))
                done = null;
        }

        return done;
    }

    private IEnumerable<MilestoneMark> Until(LocalDate day) => marks.TakeWhile(mark => mark.Day <= day);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
