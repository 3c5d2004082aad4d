namespace OpsAutomation.Ops.Output;

/// <summary>How a column of a text table is set.</summary>
/// <param name="Title">Its title, or null where the table has none.</param>
/// <param name="IsRight">Whether its cells end at the same place, as figures do.</param>
internal sealed record TextColumn(string? Title, bool IsRight)
{
    /// <summary>A column of texts.</summary>
    public static TextColumn Left(string? title = null) => new(title, IsRight: false);

    /// <summary>A column of figures.</summary>
    public static TextColumn Right(string? title = null) => new(title, IsRight: true);
}
