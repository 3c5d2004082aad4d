using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Facts;
using OpsAutomation.Locales;

namespace OpsAutomation.Ops.Output;

/// <summary>Shows a person what an import did: counts, what each column became, the first rejected rows, and what comes next.</summary>
internal sealed class ImportSummary(Session session)
{
    private readonly Locale locale = session.Locale;

    /// <summary>Writes the summary.</summary>
    public void Write(ImportReport report, EngagementId engagement)
    {
        session.Line($"{report.File} · {report.Profile} · {report.Encoding}{DelimiterOf(report.Delimiter)} · {session.Say("data of", "données du")} {locale.ShortDate(report.Taken)}");
        if (report.AlreadyImported)
        {
            session.Line(session.Say(
                $"This file was imported before, on {locale.ShortDate(report.ImportedAt.InUtc().Date)}: nothing changed.",
                $"Ce fichier a déjà été importé le {locale.ShortDate(report.ImportedAt.InUtc().Date)} : rien n'a changé."));
        }

        session.Line();
        WriteCounts(report);
        ColumnLines.Write(session, report.Columns);
        RejectionLines.Write(session, report.Rejections);
        foreach (var warning in report.Warnings)
            session.Line(session.Say("Note: ", "À noter : ") + session.Say(warning));
        session.Line();
        session.Line(session.Say($"Next: ops kpis -e {engagement}", $"Ensuite : ops kpis -e {engagement}"));
    }

    private string DelimiterOf(char? delimiter) => delimiter switch
    {
        null => "",
        '\t' => session.Say(" · tabs", " · tabulations"),
        var mark => session.Say($" · “{mark}”", $" · «\u00a0{mark}\u00a0»"),
    };

    private void WriteCounts(ImportReport report)
    {
        var table = new TextTable(
            TextColumn.Left(), TextColumn.Right(session.Say("read", "lues")), TextColumn.Right(session.Say("accepted", "acceptées")),
            TextColumn.Right(session.Say("rejected", "rejetées")), TextColumn.Right(session.Say("superseded", "remplacées")));
        foreach (var count in report.Facts)
            table.Add(session.Say(FactWords.Of(count.Type)), locale.Number(count.Read), locale.Number(count.Accepted), locale.Number(count.Rejected), locale.Number(count.Superseded));
        table.Write(session.Out);
    }
}
