using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Uploads;

namespace OpsAutomation.Functions.Http;

/// <summary>Reads an upload from a request without buffering it: the raw body, or the first file of a multipart form. Options stand in the query.</summary>
internal static class UploadForm
{
    /// <summary>The upload, or null where the engagement's id is none.</summary>
    /// <exception cref="OpsException">WrongUsage: an option is not one, or the form holds no file.</exception>
    public static async Task<ExportUpload?> ReadAsync(HttpRequest request, string engagement, CancellationToken cancellationToken)
    {
        if (!EngagementId.TryParse(engagement, out var id))
            return null;
        var query = request.Query;
        var (name, content) = await FileAsync(request, cancellationToken);
        return new ExportUpload(id, query["file"].FirstOrDefault() ?? name, content)
        {
            Profile = query["profile"].FirstOrDefault() is { Length: > 0 } profile ? profile : null,
            Taken = Day(query["taken"].FirstOrDefault()),
            Full = Flag(query["full"].FirstOrDefault()),
        };
    }

    private static async Task<(string? Name, Stream Content)> FileAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return (NameIn(request.Headers.ContentDisposition), request.Body);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
            throw NoFile();
        var reader = new MultipartReader(boundary, request.Body);
        while (await SectionAsync(reader, cancellationToken) is { } section)
        {
            if (NameIn(section.ContentDisposition) is { } name)
                return (name, section.Body);
        }

        throw NoFile();
    }

    private static async Task<MultipartSection?> SectionAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw OpsException.WrongUsage(
                "The form is cut off or damaged, so nothing was stored. Send it again.",
                "Le formulaire est tronqué ou endommagé\u00a0: rien n'a été enregistré. Renvoyez-le.",
                exception);
        }
    }

    private static string? NameIn(string? disposition) => ContentDispositionHeaderValue.TryParse(disposition, out var header)
        ? HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).Value
        : null;

    private static LocalDate? Day(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw OpsException.WrongUsage(
            "taken is not a date: write year, month and day, as in 2026-11-23.",
            "taken n'est pas une date\u00a0: écrivez année, mois et jour, comme 2026-11-23.");
    }

    private static bool Flag(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "false" or "0" => false,
        "true" or "1" => true,
        _ => throw OpsException.WrongUsage("full is neither true nor false.", "full ne vaut ni true ni false."),
    };

    private static OpsException NoFile() => OpsException.WrongUsage(
        "The form holds no file, so nothing was stored. Add one with its name, or send its bytes as the body with ?file=NAME.",
        "Le formulaire ne contient pas de fichier\u00a0: rien n'a été enregistré. Ajoutez-en un avec son nom, ou envoyez son contenu comme corps avec ?file=NOM.");
}
