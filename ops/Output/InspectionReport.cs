using OpsAutomation.Exports;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;

namespace OpsAutomation.Ops.Output;

/// <summary>Shows a person what a file is, and how it would be imported.</summary>
internal sealed class InspectionReport(Session session)
{
    /// <summary>Writes the report.</summary>
    public void Write(string path, Inspection inspection)
    {
        foreach (var table in inspection.Tables)
        {
            Write(table);
            session.Line();
        }

        session.Line(inspection.Tables.Any(table => table.Mapping.Choices.Count > 0 || table.Mapping.Fact is null)
            ? session.Say(
                $"Next: decide with --as PROFILE or --map FILE.yaml, then ops import {path} -e ENGAGEMENT",
                $"Ensuite : décidez avec --as PROFIL ou --map FICHIER.yaml, puis ops import {path} -e MISSION")
            : session.Say($"Next: ops import {path} -e ENGAGEMENT", $"Ensuite : ops import {path} -e MISSION"));
    }

    private void Write(TableInspection table)
    {
        var (mapping, locale) = (table.Mapping, session.Locale);
        session.Line(table.Sheet is { } sheet ? $"{table.File} · {sheet}" : table.File);
        var facts = new TextTable(TextColumn.Left(), TextColumn.Left());
        facts.Add(session.Say("vendor and object", "outil et objet"), $"{mapping.Vendor} · {mapping.Object} ({mapping.Profile})");
        facts.Add(session.Say("becomes", "devient"), mapping.Fact is { } fact ? session.Say(FactWords.Of(fact)) : session.Say("nothing yet: a choice is to be made", "rien encore : un choix est à faire"));
        facts.Add(session.Say("format", "format"), string.Join(", ", new[] { table.Format, table.Encoding, DelimiterOf(table.Delimiter) }.OfType<string>()));
        facts.Add(session.Say("header", "en-tête"), session.Say($"line {table.HeaderLine}", $"ligne {table.HeaderLine}"));
        facts.Add(session.Say("rows", "lignes"), string.Join(
            ", ",
            Counted.Of(session, table.Rows, "read", "read", "lue", "lues"),
            Counted.Of(session, table.Accepted, "usable", "usable", "utilisable", "utilisables"),
            Counted.Of(session, table.Rejected.Values.Sum(), "rejected", "rejected", "rejetée", "rejetées")));
        facts.Write(session.Out);
        ColumnLines.Write(session, [.. mapping.Columns.Select(Report)]);
        foreach (var (reason, count) in table.Rejected)
        {
            var what = session.Say(RowReasons.Describe(reason));
            session.Line(session.Say($"Rejected, {locale.Number(count)}: {what}", $"{(count < 2 ? "Rejetée" : "Rejetées")}, {locale.Number(count)} : {what}"));
        }

        foreach (var warning in table.Warnings)
            session.Line(session.Say("Note: ", "À noter : ") + session.Say(warning));
        foreach (var choice in mapping.Choices)
            Write(choice);
    }

    private static ColumnReport Report(ColumnMapping column) =>
        new(column.Name, column.Input?.Name, column.DecimalMark, column.DateOrder, column.Certainty);

    private void Write(MappingChoice choice)
    {
        session.Line();
        session.Line(session.Say("To decide: ", "À décider : ") + session.Say(choice.Question));
        foreach (var option in choice.Options)
            session.Line("  - " + option);
    }

    private string? DelimiterOf(char? delimiter) => delimiter switch
    {
        null => null,
        '\t' => session.Say("tabs", "tabulations"),
        var mark => session.Say($"delimiter {mark}", $"séparateur {mark}"),
    };
}
