namespace OpsAutomation.Facts;

/// <summary>What the records of a fact type are called.</summary>
public static class FactWords
{
    /// <summary>The plural.</summary>
    public static LocalizedText Of(FactType type) => type switch
    {
        FactType.Deal => new("deals", "affaires"),
        FactType.Contact => new("contacts", "contacts"),
        FactType.Company => new("companies", "entreprises"),
        FactType.Ticket => new("tickets", "tickets"),
        FactType.Task => new("tasks", "tâches"),
        FactType.LedgerEntry => new("ledger entries", "écritures"),
        FactType.Sale => new("sales lines", "lignes de vente"),
        FactType.Payment => new("payments", "paiements"),
        FactType.Subscription => new("subscriptions", "abonnements"),
        FactType.SurveyResponse => new("survey answers", "réponses d'enquête"),
        FactType.Reading => new("readings", "relevés"),
        _ => new(type.ToString(), type.ToString()),
    };
}
