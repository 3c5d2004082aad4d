namespace OpsAutomation.Boards;

/// <summary>Something about a document that wants somebody's attention.</summary>
/// <param name="Title">The document.</param>
/// <param name="Symbol">The symbol of what it is.</param>
/// <param name="Word">What it is: a draft to approve, a review due, a conflict, readings missing.</param>
/// <param name="Tone">Its tone: <c>off</c>, <c>risk</c> or <c>soft</c>.</param>
/// <param name="Detail">Who, since when, what to do.</param>
/// <param name="Shelf">Its place on the shelf, or null.</param>
public sealed record BoardDocument(string Title, string Symbol, string Word, string Tone, string Detail, string? Shelf);
