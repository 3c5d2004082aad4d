namespace OpsAutomation.Digests;

/// <summary>What the records behind a KPI are called.</summary>
internal sealed record RecordNoun(string One, string Many, string Fr, string FrMany, bool Feminine)
{
    private static readonly RecordNoun Deal = new("deal", "deals", "affaire", "affaires", true);
    private static readonly RecordNoun Invoice = new("invoice", "invoices", "facture", "factures", true);
    private static readonly RecordNoun Payment = new("payment", "payments", "paiement", "paiements", false);
    private static readonly RecordNoun Subscription = new("subscription", "subscriptions", "abonnement", "abonnements", false);
    private static readonly RecordNoun Ticket = new("ticket", "tickets", "ticket", "tickets", false);
    private static readonly RecordNoun Task = new("task", "tasks", "tâche", "tâches", true);
    private static readonly RecordNoun Account = new("account", "accounts", "compte", "comptes", false);
    private static readonly RecordNoun Record = new("record", "records", "ligne", "lignes", true);

    private static readonly string[] EnglishNumbers = ["", "One", "Two", "Three"];
    private static readonly string[] FrenchNumbers = ["", "Un", "Deux", "Trois"];

    public string FrOne => (Feminine ? "Une " : "Un ") + Fr;

    public string FrSingle => (Feminine ? "Une seule " : "Un seul ") + Fr;

    public string FrSelf => Feminine ? "elle" : "lui";

    public string FrAlone => Feminine ? "seule" : "seul";

    public static RecordNoun Of(string kpi) => kpi switch
    {
        "finance.overdue-amount" or "finance.sales" or "finance.orders" => Invoice,
        "finance.collected" => Payment,
        "finance.receivables" or "finance.cash" or "finance.net-cash" or "finance.revenue" or "finance.result" => Account,
        _ when kpi.StartsWith("sales.", StringComparison.Ordinal) => Deal,
        _ when kpi.StartsWith("customers.", StringComparison.Ordinal) => Subscription,
        _ when kpi.StartsWith("support.", StringComparison.Ordinal) => Ticket,
        _ when kpi.StartsWith("delivery.", StringComparison.Ordinal) => Task,
        _ => Record,
    };

    public string English(int count) => $"{EnglishNumbers[count]} {(count == 1 ? One : Many)}";

    public string French(int count) => count == 1 ? FrOne : $"{FrenchNumbers[count]} {FrMany}";
}
