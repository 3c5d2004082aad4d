namespace OpsAutomation.Documents;

/// <summary>The files of a text.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Markdown">The Markdown that people read.</param>
/// <param name="Source">The Markdown that is stored and edited: the same with the marks of generated blocks.</param>
/// <param name="Html">The page.</param>
/// <param name="Docx">The Word document.</param>
/// <param name="TextHash">The hash of all that they say.</param>
internal sealed record PressedDocument(string Title, string Markdown, string Source, string Html, byte[] Docx, string TextHash);
