using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Roles;

/// <summary>
/// OBM or COO, from headcount and stage: the first rule that fits. Up to five people there is nobody to manage, so that whoever helps must do; from sixteen
/// on somebody must lead managers; between the two the stage decides. Where the headcount is not known, the size of the engagement stands for it and the advice says so.
/// </summary>
internal static class RoleAdvice
{
    private static readonly CompanyStage[] Any = Enum.GetValues<CompanyStage>();

    /// <summary>The rules, in the order in which they are looked at.</summary>
    public static IReadOnlyList<RoleRule> Rules { get; } =
    [
        new(1, 5, Any, AdvisedRole.Obm, new(
            "Nobody to manage yet: what is missing is somebody who keeps routines, tools and projects going.",
            "Personne à diriger encore\u00a0: il manque quelqu'un qui fasse tourner routines, outils et projets.")),
        new(6, 15, [CompanyStage.Launch, CompanyStage.Growth], AdvisedRole.Obm, new(
            "The founder still leads everybody: an OBM takes coordination off their hands; a COO would wait for decisions that stay with the founder.",
            "Le dirigeant dirige encore tout le monde\u00a0: une OBM le décharge de la coordination\u00a0; un COO attendrait des décisions qui restent chez lui.")),
        new(6, 15, [CompanyStage.Structuring, CompanyStage.Transition], AdvisedRole.FractionalCoo, new(
            "Teams and managers appear, or ownership moves: decisions must be delegated in writing to somebody who manages, one day a week or two.",
            "Des équipes et des responsables apparaissent, ou le capital bouge\u00a0: il faut déléguer par écrit à quelqu'un qui dirige, un jour ou deux par semaine.")),
        new(16, 80, Any, AdvisedRole.FractionalCoo, new(
            "Several managers need one direction, a cadence and figures; the work does not fill a week yet.",
            "Plusieurs responsables ont besoin d'un cap, d'une cadence et de chiffres\u00a0; le travail ne remplit pas encore une semaine.")),
        new(81, null, Any, AdvisedRole.FullTimeCoo, new(
            "The work fills a week: hire; a fractional COO is the bridge of six to twelve months until the hire has taken over.",
            "Le travail remplit la semaine\u00a0: recruter\u00a0; un COO à temps partagé fait le pont de six à douze mois jusqu'à la prise de poste.")),
    ];

    /// <summary>The rule that fits an engagement's client; of an unknown stage growth is assumed.</summary>
    public static RoleRule For(Engagement engagement) => Rules.First(rule => rule.Fits(HeadcountOf(engagement).Headcount, engagement.Scope.Stage ?? CompanyStage.Growth));

    /// <summary>The headcount, and whether it is only assumed from the size.</summary>
    public static (int Headcount, bool Assumed) HeadcountOf(Engagement engagement) => engagement.Scope.Headcount is { } known and > 0
        ? (known, false)
        : (engagement.Size switch { EngagementSize.Solo => 1, EngagementSize.Small => 10, _ => 30 }, true);
}
