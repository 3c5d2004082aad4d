using System.Text;
using OpsAutomation.Boards;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;
using OpsAutomation.Runs;

namespace OpsAutomation.Webhooks.Slack;

/// <summary>Where an engagement stands in a few lines, in its own language: what is off target or at risk, and the next milestone. The figures read as on the board.</summary>
internal static class SlackStatus
{
    private const int MostLines = 10;

    /// <summary>The text.</summary>
    public static string Of(Standing standing)
    {
        var board = BoardComposer.Compose(standing, standing.Engagement.Locale);
        var text = new StringBuilder();
        text.Append('*').Append(SlackAnswer.Plain(board.Client)).Append("* – ").Append(SlackAnswer.Plain(board.Day)).Append('\n');
        var missed = board.Figures.Select(line => line.Figure).Where(figure => figure.Status is KpiStatus.OffTarget or KpiStatus.AtRisk).ToList();
        foreach (var figure in missed.OrderBy(figure => figure.Status != KpiStatus.OffTarget).Take(MostLines))
        {
            var target = figure.Target.Length == 0 ? "" : Say(board, $" (target {figure.Target})", $" (cible {figure.Target})");
            text.Append(figure.Symbol).Append(' ').Append(SlackAnswer.Plain(figure.Label)).Append(Say(board, ": ", "\u00a0: ")).Append(figure.Value).Append(target).Append(" – ").Append(figure.Word).Append('\n');
        }

        if (missed.Count == 0)
            text.Append(Say(board, "No KPI misses its target.", "Aucun indicateur ne manque sa cible.")).Append('\n');
        if (Next(board) is { } next)
        {
            text.Append(Say(board, "Next milestone: ", "Prochain jalon\u00a0: ")).Append(SlackAnswer.Plain($"{next.Day} {next.Title}")).Append(" – ").Append(next.Word)
                .Append(Say(board, $", due {next.Due}, {next.Criteria} criteria met", $", échéance {next.Due}, {next.Criteria} critères atteints"));
        }
        else
        {
            text.Append(Say(board, "Every milestone is done.", "Tous les jalons sont atteints."));
        }

        return text.ToString();
    }

    private static BoardMilestone? Next(Board board) => board.Milestones.FirstOrDefault(milestone => milestone.State is not (MilestoneState.Done or MilestoneState.DoneLate));

    private static string Say(Board board, string english, string french) => board.Locale.Language == Language.French ? french : english;
}
