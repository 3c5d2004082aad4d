namespace OpsAutomation.Digests;

/// <summary>A decision that the reader is asked for.</summary>
/// <param name="Id">Its id in the logbook.</param>
/// <param name="Title">Id and deadline: <c>Décision D-14, avant le 24 nov. :</c></param>
/// <param name="Detail">The question, the recommendation and its effect.</param>
public sealed record DigestDecision(string Id, string Title, string Detail)
{
    /// <summary>Where it can be answered, and the words for it; null for none.</summary>
    public DigestLink? Answer { get; init; }
}
