namespace OpsAutomation.Documents;

/// <summary>How far a version has come.</summary>
public enum RevisionStage
{
    /// <summary>In force, or was until a later version took its place.</summary>
    Live,

    /// <summary>Approved, and in force from <see cref="DocumentRevision.From"/> on.</summary>
    Approved,

    /// <summary>Proposed: not approved yet. Its text may still change under the same number.</summary>
    Draft,

    /// <summary>Was in force until its document was retired, and is not again by a proposal that is to bring the document back.</summary>
    Withdrawn,
}
