namespace OpsAutomation.Facts;

/// <summary>One line of an accounting entry.</summary>
public static class LedgerEntryFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.LedgerEntry);

    /// <summary>Where a source numbers its lines.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>The company of the file.</summary>
    public static readonly FactField Siren = Schema.Text("siren");

    /// <summary>The fiscal year of the file: its last day as <c>yyyy-MM-dd</c>.</summary>
    public static readonly FactField FiscalYear = Schema.Text("fiscalYear");

    /// <summary>The journal's code.</summary>
    public static readonly FactField Journal = Schema.Text("journal");

    /// <summary>The entry's number: lines of one entry share it.</summary>
    public static readonly FactField Entry = Schema.Text("entry");

    /// <summary>The entry's date.</summary>
    public static readonly FactField Date = Schema.Time("date");

    /// <summary>The account number.</summary>
    public static readonly FactField Account = Schema.Text("account");

    /// <summary>The account's name.</summary>
    public static readonly FactField AccountLabel = Schema.Text("accountLabel");

    /// <summary>The auxiliary account.</summary>
    public static readonly FactField Party = Schema.Text("party");

    /// <summary>The reference of the supporting document.</summary>
    public static readonly FactField Piece = Schema.Text("piece");

    /// <summary>The entry's label.</summary>
    public static readonly FactField Label = Schema.Text("label");

    /// <summary>Money.</summary>
    public static readonly FactField Debit = Schema.Number("debit");

    /// <summary>Money.</summary>
    public static readonly FactField Credit = Schema.Number("credit");

    /// <summary>ISO 4217; absent means the engagement's.</summary>
    public static readonly FactField Currency = Schema.Text("currency");

    /// <summary>Whether the line carries forward an opening balance (à nouveaux).</summary>
    public static readonly FactField Opening = Schema.Flag("opening");
}
