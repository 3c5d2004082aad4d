namespace OpsAutomation.Boards;

/// <summary>A stored document to be read.</summary>
/// <param name="Content">Its bytes; the reader closes them.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Name">The name to save it under.</param>
public sealed record ShelfFile(Stream Content, string MediaType, string Name);
