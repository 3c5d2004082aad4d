using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Ports;

namespace OpsAutomation.Boards;

/// <summary>Lists and opens an engagement's documents. A path is looked up among what is recorded and never joined to anything: there is no way out of it.</summary>
public sealed partial class DocumentShelf(RegisteredEngagements engagements, IBlobStore blobs, IStateStore state, TimeProvider time)
{
    private readonly DocumentStore store = new(blobs, state);

    /// <summary>The documents, or null where there is no such engagement.</summary>
    public async Task<ShelfIndex?> ListAsync(EngagementId engagement, Language? language = null, CancellationToken cancellationToken = default)
    {
        if (await engagements.FindAsync(engagement, cancellationToken).ConfigureAwait(false) is not { } found)
            return null;
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(found.Zone).Date;
        var locale = BoardReader.LocaleOf(found, language);
        var records = new List<DocumentRecord>();
        await foreach (var record in store.ListAsync(engagement, cancellationToken).ConfigureAwait(false))
            records.Add(record.On(today));
        return new(
            CleanText.OneLine(found.Name),
            locale,
            [
                .. records.OrderBy(record => record.Language != locale.Language).ThenBy(record => DocumentLibrary.PlaceOf(record.Kind)).ThenBy(record => record.Kind, StringComparer.Ordinal)
                    .Select(record => Entry(record, locale, today)),
            ]);
    }

    /// <summary>Opens a document: <c>fr/engagement-brief.html</c>, or a former version <c>fr/engagement-brief/v2.docx</c>; null where there is none.</summary>
    public async Task<ShelfFile?> OpenAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
    {
        if (Shape().Match(path) is not { Success: true } match)
            return null;
        var language = match.Groups["lang"].Value == "fr" ? Language.French : Language.English;
        if (await store.FindAsync(engagement, match.Groups["kind"].Value, language, cancellationToken).ConfigureAwait(false) is not { } found)
            return null;
        var record = await TodayAsync(engagement, found, cancellationToken).ConfigureAwait(false);
        var extension = match.Groups["ending"].Value;
        var version = match.Groups["version"].Success ? int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture) : record.Version;
        if (record.Revisions.FirstOrDefault(one => one.Version == version) is not { } revision)
            return null;
        var content = await blobs.OpenReadAsync(engagement, DocumentStore.BlobPath(language, record.Kind, revision, extension), cancellationToken).ConfigureAwait(false);
        return content is null ? null : new(content, MediaTypeOf(extension), $"{record.Kind}-{match.Groups["lang"].Value}-v{version}.{extension}");
    }

    /// <summary>The document that a path is of, whatever its version and format: <c>fr/engagement-brief</c>; null where it is no such path.</summary>
    public static string? DocumentIn(string path) => Shape().Match(path) is { Success: true } match ? $"{match.Groups["lang"].Value}/{match.Groups["kind"].Value}" : null;

    private static ShelfDocument Entry(DocumentRecord record, Locale locale, LocalDate today)
    {
        var french = locale.Language == Language.French;
        var overdue = record.ReviewBy < today && record.Status == DocumentStatus.Live;
        var status = DocumentStatusWords.Of(record, today).In(locale.Language);
        if (record.ReviewBy is { } day && record.Status == DocumentStatus.Live)
            status += french ? $", à revoir le {locale.ShortDate(day)}" : $", review by {locale.ShortDate(day)}";
        if (record.Latest is { Stage: RevisionStage.Approved, From: { } from } && record.Status != DocumentStatus.Retired)
            status += french ? $", version {record.Latest.Version} en vigueur le {locale.ShortDate(from)}" : $", version {record.Latest.Version} in force from {locale.ShortDate(from)}";
        if (record.Draft is { } draft && record.Status is DocumentStatus.Live or DocumentStatus.Approved)
            status += french ? $"\u00a0; brouillon de la version {draft.Version} à valider" : $"; draft of version {draft.Version} awaits approval";
        return new(
            $"{LanguageCode.Of(record.Language)}/{record.Kind}",
            CleanText.OneLine(record.Title),
            record.Language,
            $"{record.Version}",
            locale.ShortDate(record.PublishedOn),
            status,
            overdue);
    }

    // Only where a version waits for its day does the day matter, and with it the engagement's zone.
    private async Task<DocumentRecord> TodayAsync(EngagementId engagement, DocumentRecord record, CancellationToken cancellationToken)
    {
        if (record.Revisions.All(revision => revision.Stage != RevisionStage.Approved) || await engagements.FindAsync(engagement, cancellationToken).ConfigureAwait(false) is not { } found)
            return record;
        return record.On(Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(found.Zone).Date);
    }

    private static string MediaTypeOf(string extension) => extension switch
    {
        "html" => "text/html; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        _ => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    };

    [GeneratedRegex(@"\A(?<lang>fr|en)/(?<kind>[a-z0-9][a-z0-9-]{0,99})(/v(?<version>[1-9][0-9]{0,5}))?\.(?<ending>html|docx|md)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
