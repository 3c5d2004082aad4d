using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;

namespace OpsAutomation.Engagements.Yaml;

/// <summary>The words that stand for a choice in the file.</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, FormOfAddress> Addresses = Of(("vous", FormOfAddress.Vous), ("tu", FormOfAddress.Tu));

    public static readonly IReadOnlyDictionary<string, EngagementSize> Sizes =
        Of(("solo", EngagementSize.Solo), ("small", EngagementSize.Small), ("sme", EngagementSize.Sme));

    public static readonly IReadOnlyDictionary<string, CompanyStage> Stages = Of(
        ("launch", CompanyStage.Launch), ("growth", CompanyStage.Growth), ("structuring", CompanyStage.Structuring), ("transition", CompanyStage.Transition));

    public static readonly IReadOnlyDictionary<string, EngagementState> States = Of(
        ("framing", EngagementState.Framing), ("active", EngagementState.Active), ("handover", EngagementState.Handover), ("closed", EngagementState.Closed));

    public static readonly IReadOnlyDictionary<string, PersonRole> Roles = Of(
        ("sponsor", PersonRole.Sponsor), ("ceo", PersonRole.Ceo), ("relay", PersonRole.Relay), ("deputy", PersonRole.Deputy),
        ("internal-coo", PersonRole.InternalCoo), ("obm", PersonRole.Obm), ("manager", PersonRole.Manager), ("member", PersonRole.Member));

    public static readonly IReadOnlyDictionary<string, IsoDayOfWeek> Days = Of(
        ("monday", IsoDayOfWeek.Monday), ("tuesday", IsoDayOfWeek.Tuesday), ("wednesday", IsoDayOfWeek.Wednesday), ("thursday", IsoDayOfWeek.Thursday),
        ("friday", IsoDayOfWeek.Friday), ("saturday", IsoDayOfWeek.Saturday), ("sunday", IsoDayOfWeek.Sunday));

    public static readonly IReadOnlyDictionary<string, bool> Reviews = Of(("none", false), ("required", true));

    public static readonly IReadOnlyDictionary<string, bool> Attachments = Of(("none", false), ("documents", true));

    public static readonly IReadOnlyDictionary<string, RecipientLinks> Links =
        Of(("none", RecipientLinks.None), ("read", RecipientLinks.Read), ("act", RecipientLinks.Act));

    public static readonly IReadOnlyDictionary<string, Grain> Grains = Of(("week", Grain.Week), ("month", Grain.Month), ("rolling", Grain.Rolling));

    public static readonly IReadOnlyDictionary<string, KpiDirection> Directions =
        Of(("higher", KpiDirection.Higher), ("lower", KpiDirection.Lower), ("within", KpiDirection.Within));

    public static readonly IReadOnlyDictionary<string, KpiUnit> Units = Of(
        ("money", KpiUnit.Money), ("count", KpiUnit.Count), ("percent", KpiUnit.Percent), ("points", KpiUnit.Points),
        ("days", KpiUnit.Days), ("hours", KpiUnit.Hours), ("months", KpiUnit.Months), ("ratio", KpiUnit.Ratio));

    public static readonly IReadOnlyDictionary<string, Aggregate> Aggregates = Of(
        ("sum", Aggregate.Sum), ("count", Aggregate.Count), ("mean", Aggregate.Mean), ("median", Aggregate.Median),
        ("p90", Aggregate.P90), ("min", Aggregate.Min), ("max", Aggregate.Max));

    public static readonly IReadOnlyDictionary<string, FactType> Facts = Of(
        ("deal", FactType.Deal), ("contact", FactType.Contact), ("company", FactType.Company), ("ticket", FactType.Ticket), ("task", FactType.Task),
        ("ledgerentry", FactType.LedgerEntry), ("sale", FactType.Sale), ("payment", FactType.Payment), ("subscription", FactType.Subscription),
        ("surveyresponse", FactType.SurveyResponse), ("reading", FactType.Reading));

    public static readonly IReadOnlyDictionary<string, ConditionOperator> Operators = Of(
        ("is", ConditionOperator.Equals), ("isNot", ConditionOperator.NotEquals), ("contains", ConditionOperator.Contains),
        ("atLeast", ConditionOperator.AtLeast), ("atMost", ConditionOperator.AtMost), ("exists", ConditionOperator.Exists));

    public static readonly IReadOnlyDictionary<string, PullSchedule> Schedules =
        Of(("hour", PullSchedule.Hour), ("day", PullSchedule.Day), ("week", PullSchedule.Week));

    public static readonly IReadOnlyDictionary<string, ToolDecision> ToolDecisions =
        Of(("keep", ToolDecision.Keep), ("replace", ToolDecision.Replace), ("drop", ToolDecision.Drop));

    public static readonly IReadOnlyDictionary<string, BacklogScoring> Scorings = Of(("ice", BacklogScoring.Ice), ("rice", BacklogScoring.Rice));

    public static readonly IReadOnlyDictionary<string, BacklogState> BacklogStates = Of(
        ("open", BacklogState.Open), ("started", BacklogState.Started), ("done", BacklogState.Done), ("dropped", BacklogState.Dropped));

    public static readonly IReadOnlyDictionary<string, RoutineRhythm> Rhythms = Of(
        ("week", RoutineRhythm.Week), ("fortnight", RoutineRhythm.Fortnight), ("month", RoutineRhythm.Month), ("quarter", RoutineRhythm.Quarter));

    public static readonly IReadOnlyDictionary<string, AccessRight> AccessRights =
        Of(("read", AccessRight.Read), ("edit", AccessRight.Edit), ("admin", AccessRight.Admin));

    private static Dictionary<string, T> Of<T>(params (string Word, T Value)[] words) => words.ToDictionary(pair => pair.Word, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
}
