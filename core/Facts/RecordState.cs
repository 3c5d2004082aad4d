namespace OpsAutomation.Facts;

/// <summary>Why a kept record does not count. None means that it does.</summary>
[Flags]
public enum RecordState : byte
{
    /// <summary>The record counts.</summary>
    None = 0,

    /// <summary>The vendor says that it was deleted: kept as a tombstone.</summary>
    Deleted = 1,

    /// <summary>The vendor says that it was archived.</summary>
    Archived = 2,

    /// <summary>It was merged into another record.</summary>
    Merged = 4,

    /// <summary>A later full export no longer holds it.</summary>
    Gone = 8,
}
