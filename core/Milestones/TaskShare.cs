using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;

namespace OpsAutomation.Milestones;

/// <summary>The share of tasks done in a list, with a tag, or of a name.</summary>
internal static class TaskShare
{
    /// <summary>
    /// Judges by the tasks that were there on the day: created by then or without a creation date. A task without a completion date counts as
    /// done from the start of time, since nothing tells when.
    /// </summary>
    public static CriterionJudgement Judge(IFactSource? facts, CriterionSetting criterion, LocalDate at, Wording wording)
    {
        var (done, all) = Count(facts, criterion, at);
        if (all == 0)
            return CriterionJudgement.Unmet;
        var share = criterion.AtLeast ?? 100m;
        var needed = Math.Max(1, (int)Math.Ceiling(share * all / 100m));
        done.Sort();
        var met = done.Count >= needed;
        LocalDate? since = met && done[needed - 1] != LocalDate.MinIsoValue ? done[needed - 1] : null;
        return new(met, since, wording.Tasks(done.Count, all));
    }

    private static (List<LocalDate> Done, int All) Count(IFactSource? facts, CriterionSetting criterion, LocalDate at)
    {
        var done = new List<LocalDate>();
        var all = 0;
        using var tasks = facts?.Open(FactType.Task);
        while (tasks?.Read() == true)
        {
            var task = tasks.Current;
            if (task.State != RecordState.None || task.FindTime(TaskFields.Created)?.Date > at || !Belongs(task, criterion))
                continue;
            all++;
            var completed = task.FindTime(TaskFields.Completed)?.Date;
            if (task.GetUtf8(TaskFields.Status).SequenceEqual("done"u8) && !(completed > at))
                done.Add(completed ?? LocalDate.MinIsoValue);
        }

        return (done, all);
    }

    private static bool Belongs(FactRecord task, CriterionSetting criterion)
    {
        if (criterion.Test == "name")
            return Same(task.FindText(TaskFields.Name), criterion.Of!) || Same(task.FindText(TaskFields.Id), criterion.Of!);
        if (criterion.Test != "tag")
            return Same(task.FindText(TaskFields.List), criterion.Of!);
        return task.FindText(TaskFields.Tags)?.Split(';', StringSplitOptions.TrimEntries).Any(tag => Same(tag, criterion.Of!)) == true;
    }

    private static bool Same(string? left, string right) => string.Equals(left?.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
