namespace OpsAutomation.Testing.WordPress;

/// <summary>A page of the emulated site.</summary>
public sealed class WordPressPost
{
    public required int Id { get; init; }

    public required string Slug { get; set; }

    public string Title { get; set; } = "";

    public string Content { get; set; } = "";

    public string Status { get; set; } = "draft";

    public int Parent { get; set; }

    public string? Lang { get; set; }

    /// <summary>How often it was written by the API.</summary>
    public int Writes { get; set; }
}
