namespace OpsAutomation.Closing;

/// <summary>A file of what is handed over, as the index names it.</summary>
/// <param name="Path">Its path in the archive.</param>
/// <param name="What">What it is.</param>
/// <param name="Rows">How many records it holds; null where it is no table.</param>
public sealed record HandedFile(string Path, LocalizedText What, int? Rows = null)
{
    /// <summary>Whether it could not be read, and is named in the index only.</summary>
    public bool IsLeftOut { get; init; }
}
