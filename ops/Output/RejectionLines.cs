using OpsAutomation.Exports;
using OpsAutomation.Exports.Mapping;

namespace OpsAutomation.Ops.Output;

/// <summary>Shows the first rows that could not be used: where they are and why, never what they hold.</summary>
internal static class RejectionLines
{
    private const int Most = 10;

    /// <summary>Writes them; nothing where there are none.</summary>
    public static void Write(Session session, IReadOnlyList<Rejection> rejections)
    {
        if (rejections.Count == 0)
            return;
        session.Line();
        session.Line(session.Say("Rejected rows:", "Lignes rejetées :"));
        foreach (var rejection in rejections.Take(Most))
        {
            var place = rejection.Sheet is { } sheet ? $"{rejection.File}, {sheet}" : rejection.File;
            var column = rejection.Column is { } name ? session.Say($", column {name}", $", colonne {name}") : "";
            var line = session.Say($"line {rejection.Line}", $"ligne {rejection.Line}");
            var reason = session.Say(RowReasons.Describe(rejection.Reason));
            session.Line(session.Say($"  {place}, {line}{column}: {reason}", $"  {place}, {line}{column} : {reason}"));
        }

        var more = rejections.Count - Most;
        if (more > 0)
            session.Line(session.Say($"  and {session.Locale.Number(more)} more: --json lists them all", $"  et {Counted.Of(session, more, "", "", "autre", "autres")} : --json donne tout"));
    }
}
