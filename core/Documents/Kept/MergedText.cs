namespace OpsAutomation.Documents.Kept;

/// <summary>People's text and the generator's together.</summary>
/// <param name="Text">What there is to read now, with the blocks' bases.</param>
/// <param name="Content">What decides whether there is a new version: the same without figures.</param>
/// <param name="Conflicts">The names of blocks that a person changed and that the generator would write otherwise now.</param>
internal sealed record MergedText(KeptText Text, string Content, IReadOnlyList<string> Conflicts);
