namespace OpsAutomation.Documents.Kept;

/// <summary>A part of a stored text: a generated block, or what people wrote between blocks.</summary>
/// <param name="Name">The block's name; null for what people wrote.</param>
/// <param name="Base">What the generator had written there: <see cref="GeneratedBlock.Base"/>; empty for what people wrote.</param>
/// <param name="Text">The text, without blank lines around it.</param>
internal sealed record Passage(string? Name, string Base, string Text)
{
    /// <summary>Of a block that a person took out, that it stays out.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Whether a person wrote it, changed it or took it out.</summary>
    public bool IsHuman => Name is null || IsRemoved || GeneratedBlock.TextOf(Base) != GeneratedBlock.HashOf(Text);
}
