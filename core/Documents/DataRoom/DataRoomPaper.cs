using OpsAutomation.Engagements;
using OpsAutomation.Facts;

namespace OpsAutomation.Documents.DataRoom;

/// <summary>A paper that a buyer or investor asks for.</summary>
/// <param name="Id">The id by which the engagement's file names it.</param>
/// <param name="Title">What it is.</param>
/// <param name="From">Who gives it where nobody is named.</param>
internal sealed record DataRoomPaper(string Id, LocalizedText Title, PersonRole From)
{
    /// <summary>The kind of document that it is, where the product writes it.</summary>
    public string? Kind { get; init; }

    /// <summary>The facts whose latest export it is, where the product imports it.</summary>
    public FactType? Fact { get; init; }
}
