using OpsAutomation.Exports;

namespace OpsAutomation.Ops.Output;

/// <summary>Shows what each column of an export became.</summary>
internal static class ColumnLines
{
    /// <summary>Writes the columns that are used as a table, and the names of the others in one line.</summary>
    public static void Write(Session session, IReadOnlyList<ColumnReport> columns)
    {
        var used = columns.Where(column => column.Field is not null).ToList();
        if (used.Count > 0)
        {
            session.Line();
            var table = new TextTable(
                TextColumn.Left("  " + session.Say("column", "colonne")), TextColumn.Left(session.Say("field", "champ")),
                TextColumn.Right(session.Say("certainty", "certitude")), TextColumn.Left());
            foreach (var column in used)
                table.Add("  " + column.Name, column.Field!, session.Locale.Percent(column.Certainty * 100, 0), FormOf(session, column));
            table.Write(session.Out);
        }

        var unused = columns.Where(column => column.Field is null).Select(column => column.Name).ToList();
        if (unused.Count > 0)
            session.Line("  " + session.Say("not used: ", "non utilisées : ") + string.Join(", ", unused));
    }

    private static string FormOf(Session session, ColumnReport column) => column switch
    {
        { DecimalMark: { } mark } => session.Say($"decimal mark {mark}", $"séparateur décimal {mark}"),
        { DateOrder: { } order } => session.Say($"dates {order}", $"dates {order}"),
        _ => "",
    };
}
