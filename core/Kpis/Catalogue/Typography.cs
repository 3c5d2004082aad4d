namespace OpsAutomation.Kpis.Catalogue;

/// <summary>French spaces: the catalogue is written with plain spaces, which a reader of the code can see.</summary>
internal static class Typography
{
    /// <summary>The text with no-break spaces before : ; ! ? and within guillemets.</summary>
    public static string French(string text) => text
        .Replace(" :", "\u00a0:", StringComparison.Ordinal)
        .Replace(" ;", "\u00a0;", StringComparison.Ordinal)
        .Replace(" !", "\u00a0!", StringComparison.Ordinal)
        .Replace(" ?", "\u00a0?", StringComparison.Ordinal)
        .Replace("« ", "«\u00a0", StringComparison.Ordinal)
        .Replace(" »", "\u00a0»", StringComparison.Ordinal);
}
