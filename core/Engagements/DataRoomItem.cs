using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>A paper of the data room that lies outside the product.</summary>
/// <param name="Item">The id of the index, such as <c>articles</c>, or a title of its own.</param>
/// <param name="Date">The day it is of; null while it is missing.</param>
/// <param name="Version">Its version, or null.</param>
/// <param name="Owner">The id of the person who gives it, or null.</param>
/// <param name="Place">Where it lies, or null.</param>
public sealed record DataRoomItem(string Item, LocalDate? Date, string? Version, string? Owner, string? Place);
