using System.Globalization;
using OpsAutomation.Documents.Packs;
using OpsAutomation.Engagements;

namespace OpsAutomation.Closing;

/// <summary>What the files of an archive are, for its index.</summary>
internal static class HandoverWords
{
    private static readonly (string Folder, LocalizedText What)[] Folders =
    [
        ("inbox/", new("an export as it was dropped into the inbox", "un export tel qu'il a été déposé")),
        ("pulled/", new("an export as it was fetched from a source", "un export tel qu'il a été relevé d'une source")),
        ("uploads/", new("an export as it was uploaded", "un export tel qu'il a été envoyé")),
        ("imports/", new("the report of an import", "le compte rendu d'un import")),
        ("rejections/", new("the rows of an import that could not be used, with line, column and reason", "les lignes d'un import qui n'ont pas pu être utilisées, avec ligne, colonne et motif")),
        ("documents/", new("a version of a document, as it was kept", "une version d'un document, telle qu'elle a été conservée")),
        ("templates/", new("a template of the engagement's own", "un modèle propre à la mission")),
    ];

    /// <summary>A file that is not in the archive.</summary>
    public static LocalizedText Unreadable { get; } = new(
        "not in this archive: its name has a sign that files here may not have; give it another name and hand over again",
        "absent de cette archive\u00a0: son nom contient un signe que les fichiers ne peuvent pas avoir ici\u00a0; renommez-le et refaites la remise");

    /// <summary>A document in one format.</summary>
    public static LocalizedText Document(PackedDocument document, string format)
    {
        var kind = format switch { "html" => "HTML", "docx" => "Word", _ => "Markdown" };
        return document.Version is { } version
            ? new($"{document.Title}, version {version.ToString(CultureInfo.InvariantCulture)} ({kind})", $"{document.Title}, version {version.ToString(CultureInfo.InvariantCulture)} ({kind})")
            : new($"{document.Title}, a model that was not published ({kind})", $"{document.Title}, modèle qui n'a pas été publié ({kind})");
    }

    /// <summary>A file that was kept for the engagement.</summary>
    public static LocalizedText Kept(string path) =>
        Array.Find(Folders, one => path.StartsWith(one.Folder, StringComparison.Ordinal)).What ?? new("a file that was kept for the engagement", "un fichier conservé pour la mission");
}
