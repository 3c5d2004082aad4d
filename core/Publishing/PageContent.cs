namespace OpsAutomation.Publishing;

/// <summary>What a page or file is to hold.</summary>
/// <param name="Key">What it is, the same for every version: <c>fr/sop-incident</c>, of a drive with the format, <c>fr/sop-incident.docx</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Bytes">The content: of a page a fragment of HTML in UTF-8, of a file the file.</param>
/// <param name="Hash">SHA-256 of title and content in lower-case hexadecimal.</param>
public sealed record PageContent(string Key, string Title, Language Language, ReadOnlyMemory<byte> Bytes, string Hash);
