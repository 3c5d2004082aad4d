using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>A KPI's name as it stands in a sentence: French with its article, always in the singular, so that any verb fits.</summary>
internal sealed record KpiNoun(string En, string Fr)
{
    private static readonly Dictionary<string, KpiNoun> ById = new(StringComparer.Ordinal)
    {
        ["sales.won-amount"] = new("the amount signed", "le montant signé"),
        ["sales.won-count"] = new("the number of deals won", "le nombre d'affaires gagnées"),
        ["sales.lost-count"] = new("the number of deals lost", "le nombre d'affaires perdues"),
        ["sales.win-rate"] = new("the win rate", "le taux de transformation"),
        ["sales.average-deal"] = new("the average deal", "le montant moyen par affaire"),
        ["sales.cycle-days"] = new("the mean sales cycle", "le cycle de vente moyen"),
        ["sales.cycle-days-median"] = new("the median sales cycle", "le cycle de vente médian"),
        ["sales.open-pipeline"] = new("the open pipeline", "le montant des affaires en cours"),
        ["sales.weighted-pipeline"] = new("the weighted pipeline", "le montant pondéré des affaires en cours"),
        ["sales.created-count"] = new("the number of new deals", "le nombre d'affaires créées"),
        ["sales.stale-count"] = new("the number of stale deals", "le nombre d'affaires sans activité"),
        ["sales.coverage"] = new("pipeline coverage", "la couverture de la cible"),
        ["marketing.leads"] = new("the number of leads", "le nombre de nouveaux contacts"),
        ["marketing.lead-to-customer-rate"] = new("the lead-to-customer rate", "la part de contacts devenus clients"),
        ["finance.revenue"] = new("revenue", "le chiffre d'affaires"),
        ["finance.result"] = new("the result", "le résultat"),
        ["finance.gross-margin"] = new("the margin on purchases", "la marge sur achats"),
        ["finance.direct-margin"] = new("the direct margin", "la marge directe"),
        ["finance.cash"] = new("cash", "la trésorerie"),
        ["finance.net-cash"] = new("net cash", "la trésorerie nette"),
        ["finance.runway-months"] = new("the runway", "l'autonomie de trésorerie"),
        ["finance.receivables"] = new("the total of receivables", "le total des créances clients"),
        ["finance.dso-days"] = new("DSO", "le délai moyen de paiement clients"),
        ["finance.sales"] = new("the amount invoiced", "le montant facturé"),
        ["finance.orders"] = new("the number of orders", "le nombre de commandes"),
        ["finance.average-order"] = new("the average order", "la commande moyenne"),
        ["finance.overdue-amount"] = new("the overdue amount", "l'échu impayé"),
        ["finance.collected"] = new("the amount collected", "le montant encaissé"),
        ["customers.mrr"] = new("recurring revenue", "le revenu récurrent mensuel"),
        ["customers.churn-rate"] = new("churn", "l'attrition"),
        ["customers.revenue-churn"] = new("revenue churn", "l'attrition en revenu"),
        ["customers.nps"] = new("the NPS", "le NPS"),
        ["support.opened-count"] = new("the number of tickets opened", "le nombre de tickets ouverts"),
        ["support.closed-count"] = new("the number of tickets closed", "le nombre de tickets clos"),
        ["support.backlog"] = new("the ticket backlog", "le stock de tickets"),
        ["support.first-response-hours"] = new("the median first response", "le délai médian de première réponse"),
        ["support.resolution-hours"] = new("the median resolution time", "le délai médian de résolution"),
        ["quality.complaint-rate"] = new("the complaint rate", "le taux de réclamation"),
        ["quality.reopened-rate"] = new("the share of reopened tickets", "la part de tickets rouverts"),
        ["quality.first-contact-resolution"] = new("resolution at first contact", "la résolution au premier contact"),
        ["delivery.done-count"] = new("the number of tasks done", "le nombre de tâches terminées"),
        ["delivery.overdue-count"] = new("the number of overdue tasks", "le nombre de tâches en retard"),
        ["delivery.lead-time-days"] = new("the median lead time", "le délai médian de réalisation"),
        ["delivery.on-time-rate"] = new("the on-time rate", "la part de tâches faites à temps"),
        ["delivery.load-rate"] = new("the load rate", "le taux de charge"),
        ["operations.sop-coverage"] = new("SOP coverage", "la couverture en procédures"),
        ["operations.sop-overdue-reviews"] = new("the number of SOPs overdue for review", "le nombre de procédures à réviser"),
        ["operations.milestones-on-time"] = new("the share of milestones on time", "la part de jalons tenus"),
        ["operations.ceo-dependency"] = new("dependency on the CEO", "la dépendance au dirigeant"),
        ["operations.without-deputy"] = new("the number of roles without a deputy", "le nombre de rôles sans binôme"),
    };

    /// <summary>The noun of a KPI; of one of the engagement's own, or one that is labelled otherwise for its data, the label as a name.</summary>
    public static string Of(KpiResult kpi, string label, DigestReader reader)
    {
        // What a bank says is labelled otherwise than book cash, and is a known word too.
        if (kpi is { Id: KpiIds.Cash, Entered: true })
            return reader.Say("the bank balance", "le solde bancaire");
        var labelled = KpiCatalogue.Find(kpi.Id)?.Label is { } usual && usual != kpi.Label;
        return ById.TryGetValue(kpi.Id, out var noun) && !labelled
            ? reader.Say(noun.En, noun.Fr)
            : reader.Say($"the KPI {reader.Quote(label)}", $"l'indicateur {reader.Quote(label)}");
    }
}
