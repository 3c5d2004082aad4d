using System.Text.Json;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>Shows what the checks found.</summary>
internal static class DoctorOutput
{
    /// <summary>As lines: what is wrong with what to do below it, and how many problems there are.</summary>
    public static void Show(Session session, IReadOnlyList<Finding> findings)
    {
        var table = new TextTable(
            TextColumn.Left(), TextColumn.Left(session.Say("check", "contrôle")), TextColumn.Left(session.Say("engagement", "mission")), TextColumn.Left(session.Say("what", "quoi")));
        foreach (var finding in findings)
        {
            table.Add(session.Say(WordOf(finding.Status)), finding.Id, finding.Engagement?.Value ?? "–", session.Say(finding.What));
            if (finding.Mend is { } mend)
                table.Add("", "", "", "→ " + session.Say(mend));
        }

        table.Write(session.Out);
        var (failed, warned) = (findings.Count(one => one.Status == FindingStatus.Fail), findings.Count(one => one.Status == FindingStatus.Warn));
        session.Line();
        session.Line(failed + warned == 0
            ? session.Say("Everything is as it should be.", "Tout est en ordre.")
            : session.Say($"Problems: {failed}. To look at: {warned}.", $"Problèmes\u00a0: {failed}. À voir\u00a0: {warned}."));
    }

    /// <summary>As one JSON object.</summary>
    public static void Write(Utf8JsonWriter json, string place, IReadOnlyList<Finding> findings, Language language)
    {
        json.WriteStartObject();
        json.WriteString("place", place);
        json.WriteString("status", CodeOf(findings.Select(finding => finding.Status).DefaultIfEmpty(FindingStatus.Ok).Max()));
        json.WriteStartArray("checks");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("status", CodeOf(finding.Status));
            json.WriteString("engagement", finding.Engagement?.Value);
            json.WriteString("what", finding.What.In(language));
            json.WriteString("mend", finding.Mend?.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string CodeOf(FindingStatus status) => status switch
    {
        FindingStatus.Ok => "ok",
        FindingStatus.Warn => "warn",
        _ => "fail",
    };

    private static LocalizedText WordOf(FindingStatus status) => status switch
    {
        FindingStatus.Ok => new("ok", "ok"),
        FindingStatus.Warn => new("warn", "à voir"),
        _ => new("FAIL", "ÉCHEC"),
    };
}
