namespace OpsAutomation.Privacy;

/// <summary>What a column's cells are, for telling personal data from figures.</summary>
internal enum CellTreatment
{
    /// <summary>Structure that is needed as it is: accounts of a report, names of lists.</summary>
    Keep,

    /// <summary>A figure; a cell that is none is text.</summary>
    Number,

    /// <summary>A day or a moment; a cell that is none is text.</summary>
    Time,

    /// <summary>One of a few words that records are told apart by: a status, a currency.</summary>
    Category,

    /// <summary>What a record, document or place is numbered or addressed by.</summary>
    Code,

    /// <summary>Who the record is about: a person, a company, an address.</summary>
    Subject,

    /// <summary>Who takes care of the record: an owner, an assignee, an author.</summary>
    Staff,

    /// <summary>Free text, and everything that is not known to be something else.</summary>
    Text,

    /// <summary>An account's number, which may end with a person's name.</summary>
    Account,

    /// <summary>An account's name, personal where the account is one of third parties.</summary>
    AccountLabel,

    /// <summary>An entry's label, whose first words may say that it carries a balance forward.</summary>
    EntryLabel,
}
