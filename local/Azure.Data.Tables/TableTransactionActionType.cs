namespace Azure.Data.Tables;

/// <summary>What a transaction does to one entity.</summary>
public enum TableTransactionActionType
{
    /// <summary>Adds it; fails where it exists.</summary>
    Add = 0,

    /// <summary>Merges it into the one that exists.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces the one that exists.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes it.</summary>
    Delete = 3,

    /// <summary>Merges it into the one that exists, or adds it.</summary>
    UpsertMerge = 4,

    /// <summary>Replaces the one that exists, or adds it.</summary>
    UpsertReplace = 5,
}
