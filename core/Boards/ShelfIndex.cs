using OpsAutomation.Locales;

namespace OpsAutomation.Boards;

/// <summary>The documents of an engagement, formatted for their reader.</summary>
/// <param name="Client">The client's name.</param>
/// <param name="Locale">The reader's locale.</param>
/// <param name="Documents">The documents: the engagement's language first, each in the library's order.</param>
public sealed record ShelfIndex(string Client, Locale Locale, IReadOnlyList<ShelfDocument> Documents);
