namespace OpsAutomation.Digests;

/// <summary>A sentence that the OBM adds when she approves a digest; shown whole, as hers.</summary>
/// <param name="Text">The sentence, on one line.</param>
/// <param name="By">Who wrote it: a person's id or name.</param>
public sealed record DigestSentence(string Text, string By)
{
    private const int Words = 30;
    private const int Characters = 240;

    /// <summary>The sentence as it will be shown; null where it is empty, which takes a former one away.</summary>
    /// <exception cref="OpsException">Wrong usage: it is longer than a digest has room for. It is never shortened: it is somebody's word.</exception>
    public static string? Check(string text)
    {
        var clean = CleanText.OneLine(text);
        if (CleanText.CountWords(clean) <= Words && clean.Length <= Characters)
            return clean.Length == 0 ? null : clean;
        throw OpsException.WrongUsage(
            $"The sentence is too long for a digest: at most {Words} words and {Characters} characters. Shorten it, or write the rest in the logbook with ops note.",
            $"La phrase est trop longue pour un point hebdomadaire\u00a0: {Words}\u00a0mots et {Characters}\u00a0caractères au plus. Raccourcissez-la, ou notez le reste au journal avec ops note.");
    }
}
