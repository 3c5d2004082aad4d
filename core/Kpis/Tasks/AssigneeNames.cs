namespace OpsAutomation.Kpis.Tasks;

/// <summary>The people whom a task is assigned to, from the one text that an export has for them: several are separated by <c>;</c>.</summary>
internal static class AssigneeNames
{
    private const char Separator = ';';

    /// <summary>The names, in their order; none where the task is nobody's.</summary>
    /// <param name="assignees">As the export has it; ClickUp writes its lists in brackets, <c>[Grace Okoro, Tom Hale]</c> and <c>[]</c>.</param>
    /// <param name="isName">Whether a text is somebody's name as a whole, so that it is not taken apart; nothing is where null.</param>
    public static string[] Of(string? assignees, Func<string, bool>? isName = null)
    {
        if (assignees is null || isName?.Invoke(assignees) == true)
            return assignees is null ? [] : [assignees];
        var text = assignees.Trim();
        var separator = Separator;
        if (text is ['[', .., ']'])
            (text, separator) = (text[1..^1], text.Contains(Separator, StringComparison.Ordinal) ? Separator : ',');
        return text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
