using OpsAutomation.Engagements;
using OpsAutomation.Engagements.Yaml;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents.Templating;

/// <summary>The templates that an engagement brings: a file of a name that no document has would wait for ever to be used.</summary>
public static class OwnTemplates
{
    private const string Folder = "templates/";
    private const string Ending = ".md";

    /// <summary>The kinds and languages that have a template of the engagement's own.</summary>
    /// <exception cref="OpsException">A file there is of no language or of no kind: its name, and which were meant.</exception>
    public static async Task<IReadOnlyList<(string Kind, Language Language)>> ListAsync(IBlobStore blobs, EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var found = new List<(string, Language)>();
        await foreach (var blob in blobs.ListAsync(engagement, Folder, cancellationToken).ConfigureAwait(false))
        {
            // What editors and systems leave beside, and notes for oneself, are no templates.
            if (blob.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && !blob.Path.Split('/')[^1].StartsWith('.'))
                found.Add(Read(blob.Path));
        }

        return found;
    }

    private static (string Kind, Language Language) Read(string path)
    {
        var parts = path[Folder.Length..].Split('/');
        if (parts.Length != 2 || Code(parts[0]) is not { } language)
        {
            throw TemplateFault.At(
                path, 1, parts.Length > 1 ? parts[0] : path, "a template lies in templates/en or templates/fr, one folder a language: move it there",
                "un modèle se trouve dans templates/en ou templates/fr, un dossier par langue\u00a0: déplacez-le");
        }

        var kind = parts[1][..^Ending.Length];
        if (DocumentLibrary.Kinds.Any(known => known.Id == kind) && parts[1].EndsWith(Ending, StringComparison.Ordinal))
            return (kind, language);
        var near = Nearest.Of(kind, DocumentLibrary.Kinds.Select(known => known.Id));
        throw TemplateFault.At(
            path, 1, parts[1],
            "there is no document of that name" + (near is null ? ": name the file after one, such as sop-incident.md" : $": did you mean {near}{Ending}?"),
            "aucun document ne porte ce nom" + (near is null ? "\u00a0: donnez au fichier celui d'un document, comme sop-incident.md" : $"\u00a0: peut-être {near}{Ending}"));
    }

    private static Language? Code(string folder) => folder switch
    {
        "en" => Language.English,
        "fr" => Language.French,
        _ => null,
    };
}
