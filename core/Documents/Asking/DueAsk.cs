using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Asking;

/// <summary>A person who is to be asked.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Person">Whom.</param>
/// <param name="Items">Every document that the person is to be asked about now, asked before or not.</param>
internal sealed record DueAsk(AskPurpose Purpose, Person Person, IReadOnlyList<AskItem> Items);
