namespace OpsAutomation.Boards;

/// <summary>A checklist on a board.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, and what it is for.</param>
/// <param name="Since">The day that its days count from.</param>
/// <param name="Progress">How many of its lines are ticked.</param>
/// <param name="Symbol">The symbol of its status.</param>
/// <param name="Word">The word of its status.</param>
/// <param name="Tone">The tone of its status: <c>on</c>, <c>off</c> or <c>soft</c>.</param>
/// <param name="Next">The open line that is due first, with who does it and by when; empty where all are ticked.</param>
public sealed record BoardChecklist(string Id, string Title, string Since, string Progress, string Symbol, string Word, string Tone, string Next)
{
    /// <summary>The lines that are open, by number.</summary>
    public IReadOnlyList<BoardLine> Lines { get; init; } = [];
}
