namespace OpsAutomation.Webhooks;

/// <summary>The refusal of an event that has not what a path of the engagement's file names. No value of it is in a message.</summary>
internal static class UnfitEvent
{
    /// <summary>There is no text.</summary>
    public static OpsException NoText(JsonPath path) => At(path, new("a text", "un texte"));

    /// <summary>There is no number.</summary>
    public static OpsException NoNumber(JsonPath path) => At(path, new("a number such as 1234.5", "un nombre comme 1234.5"));

    /// <summary>There is no date.</summary>
    public static OpsException NoDate(JsonPath path) => At(path, new("a date such as 2026-10-05", "une date comme 2026-10-05"));

    /// <summary>There is no date with a time.</summary>
    public static OpsException NoMoment(JsonPath path) => At(path, new("a date and time", "une date et une heure"));

    /// <summary>There is no id.</summary>
    public static OpsException NoId(JsonPath path) => At(path, new("an id", "un identifiant"));

    private static OpsException At(JsonPath path, LocalizedText expected) => OpsException.Refused(
        $"An event has not {expected.En} at {path}, where webhooks in the engagement's file expects it. Correct the path or what the sender sends, then apply the event again.",
        $"Un événement n'a pas {expected.Fr} à l'emplacement {path}, où webhooks l'attend dans le fichier de la mission. Corrigez le chemin ou ce que l'expéditeur envoie, puis appliquez à nouveau l'événement.");
}
