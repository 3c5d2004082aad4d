namespace OpsAutomation;

/// <summary>One text in both languages of the product, so that neither can be forgotten.</summary>
/// <param name="En">The English text.</param>
/// <param name="Fr">The French text.</param>
public sealed record LocalizedText(string En, string Fr)
{
    /// <summary>The text in the given language.</summary>
    public string In(Language language) => language == Language.French ? Fr : En;

    /// <summary>The English text: what logs and exceptions show.</summary>
    public override string ToString() => En;
}
