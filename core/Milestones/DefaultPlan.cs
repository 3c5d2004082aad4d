using OpsAutomation.Engagements;

namespace OpsAutomation.Milestones;

/// <summary>The 30-60-90 plan of an engagement that changes nothing in it.</summary>
internal static class DefaultPlan
{
    /// <summary>Stands for all the KPIs that the engagement follows.</summary>
    public const string Followed = "followed";

    /// <summary>Marks the criterion whose evidence is the comparison with the baseline.</summary>
    public const string Impact = "impact";

    public static IReadOnlyList<MilestoneSetting> Of(Engagement engagement) =>
    [
        new()
        {
            Id = "J10",
            Day = 10,
            Title = new("Diagnosis shared", "Diagnostic partagé"),
            Criteria =
            [
                Manual("The process map is drawn and checked with the sponsor", "La cartographie des processus est établie et validée avec le commanditaire"),
                Manual("Three quick wins are chosen and the first is under way", "Trois gains rapides sont choisis et le premier est lancé"),
                Manual("The rituals are agreed: who meets when, for what", "Les rituels sont fixés\u00a0: qui se réunit, quand, pour quoi"),
                new() { Text = new("The KPIs to follow are defined", "Les indicateurs suivis sont définis"), Kind = "kpi", Of = Followed, Test = "defined" },
            ],
        },
        new()
        {
            Id = "J30",
            Day = 30,
            Title = new("First procedures and decisions", "Premières procédures et décisions"),
            Criteria =
            [
                new() { Text = new("The first two SOPs are live", "Les deux premières procédures sont en vigueur"), Kind = "document", Of = "sop", AtLeast = 2 },
                Manual("The tool roadmap is agreed", "La feuille de route des outils est validée"),
                new() { Text = new("A first capacity decision is taken", "Une première décision de capacité est prise"), Kind = "decision", Of = "capacity" },
                new() { Text = new("Each KPI followed has a target", "Chaque indicateur suivi a une cible"), Kind = "kpi", Of = Followed, Test = "has-target" },
            ],
        },
        new()
        {
            Id = "J60",
            Day = 60,
            Title = new("Key processes run by the team", "Processus clés tenus par l'équipe"),
            Criteria =
            [
                new() { Text = new("The key processes are live as SOPs", "Les processus clés sont en vigueur sous forme de procédures"), Kind = "document", Of = "sop", AtLeast = KeySops(engagement) },
                Manual("The managers are trained on the SOPs they own", "Les managers sont formés aux procédures dont ils ont la charge"),
                Manual("The Weekly Ops was held four weeks in a row", "Le point opérations hebdomadaire s'est tenu quatre semaines de suite"),
            ],
        },
        new()
        {
            Id = "J90",
            Day = 90,
            Title = new("Impact shown and handover begun", "Impact démontré et passation engagée"),
            Criteria =
            [
                Manual(
                    "The impact review was held: cash, lead time, churn and margin against the baseline",
                    "La revue d'impact s'est tenue\u00a0: trésorerie, délai de réalisation, attrition et marge face à la situation de départ") with { Of = Impact },
                Manual("The plan for the next quarter is agreed", "Le plan du trimestre suivant est validé"),
                Manual("The handover has begun: the relay runs one process alone", "La passation est engagée\u00a0: le relais interne tient seul un processus"),
            ],
        },
    ];

    private static CriterionSetting Manual(string en, string fr) => new() { Text = new(en, fr), Kind = "manual" };

    private static int KeySops(Engagement engagement) => engagement.Documents.CriticalSops.Count is > 0 and var named ? named : 4;
}
