namespace OpsAutomation;

/// <summary>Languages as ISO 639 writes them, in paths, addresses, pages and events.</summary>
internal static class LanguageCode
{
    /// <summary>Two lower-case letters.</summary>
    public static string Of(Language language) => language == Language.French ? "fr" : "en";
}
