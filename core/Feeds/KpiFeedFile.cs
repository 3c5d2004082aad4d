namespace OpsAutomation.Feeds;

/// <summary>The feed in a format.</summary>
/// <param name="Content">The bytes: the same as long as nothing changed.</param>
/// <param name="MediaType">Their type.</param>
/// <param name="Name">A name to save it under.</param>
/// <param name="Tag">A strong ETag of the content, with its quotes.</param>
public sealed record KpiFeedFile(ReadOnlyMemory<byte> Content, string MediaType, string Name, string Tag);
