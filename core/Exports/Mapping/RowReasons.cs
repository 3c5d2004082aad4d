using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports.Mapping;

/// <summary>The stable codes of the reasons why rows are rejected, and their texts; never with the value.</summary>
public static class RowReasons
{
    /// <summary>No date, or a date that the calendar does not have or the column's order excludes.</summary>
    public const string DateUnreadable = "date-unreadable";

    /// <summary>No number, or one that the column's decimal mark excludes.</summary>
    public const string NumberUnreadable = "number-unreadable";

    /// <summary>Neither yes nor no.</summary>
    public const string FlagUnreadable = "flag-unreadable";

    /// <summary>A value without which the record means nothing is missing.</summary>
    public const string RequiredMissing = "required-missing";

    /// <summary>A score outside 0 to 10.</summary>
    public const string ScoreOutOfRange = "score-out-of-range";

    /// <summary>Neither debit nor credit.</summary>
    public const string SideUnknown = "side-unknown";

    /// <summary>The text of a reason.</summary>
    public static LocalizedText Describe(string code) => code switch
    {
        DateUnreadable => new("not a readable date in the order of this column", "date illisible dans l’ordre de cette colonne"),
        NumberUnreadable => new("not a readable number with the decimal mark of this column", "nombre illisible avec le séparateur décimal de cette colonne"),
        FlagUnreadable => new("neither yes nor no", "ni oui ni non"),
        RequiredMissing => new("a required value is missing", "une valeur obligatoire manque"),
        ScoreOutOfRange => new("the score is not between 0 and 10", "la note n’est pas comprise entre 0 et 10"),
        SideUnknown => new("neither debit nor credit", "ni débit ni crédit"),
        RowDefects.FieldCount => new("more or fewer fields than the header", "plus ou moins de champs que l’en-tête"),
        RowDefects.UnterminatedQuote => new("a quote is opened and never closed", "un guillemet est ouvert et jamais fermé"),
        RowDefects.NotARecord => new("not a record", "n’est pas un enregistrement"),
        _ => new(code, code),
    };
}
