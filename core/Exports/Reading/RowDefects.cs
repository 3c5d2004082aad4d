namespace OpsAutomation.Exports.Reading;

/// <summary>The stable reason codes of rows that are broken in themselves.</summary>
public static class RowDefects
{
    /// <summary>The row has more or fewer fields than the header, and no safe way to match them.</summary>
    public const string FieldCount = "field-count";

    /// <summary>A quote was opened and never closed; the row is read up to its line's end.</summary>
    public const string UnterminatedQuote = "unterminated-quote";

    /// <summary>The element of a JSON list is not an object.</summary>
    public const string NotARecord = "not-a-record";
}
