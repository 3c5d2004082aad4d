using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Kept;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Ports;

namespace OpsAutomation.Publishing;

/// <summary>Reads what is to be published: the documents in force, as they were stored.</summary>
internal sealed class PageReader(IBlobStore blobs, IStateStore state)
{
    private readonly DocumentStore store = new(blobs, state);

    /// <summary>The documents that a target can have, in force or not.</summary>
    public async Task<IReadOnlyList<DocumentRecord>> RecordsAsync(Engagement engagement, PublishingTarget target, LocalDate today, CancellationToken cancellationToken)
    {
        var languages = target.Languages.Count > 0 ? target.Languages : [engagement.Language];
        var records = new List<DocumentRecord>();
        await foreach (var record in store.ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false))
        {
            if (languages.Contains(record.Language) && IsWanted(target, record.Kind))
                records.Add(record.On(today));
        }

        return records;
    }

    /// <summary>What is in force of a document, as a text to compare: each text has files of its own, so that an approval changes it as an edit does.</summary>
    public static string PrintOf(DocumentRecord record) => $"{record.Version}/{record.Current.Files}";

    /// <summary>Whether people work by a document: drafts and retired ones are never published.</summary>
    public static bool IsInForce(DocumentRecord record) => record.Status == DocumentStatus.Live;

    /// <summary>Whether a document's page is to go: it was retired, also where a proposal is to bring it back.</summary>
    public static bool IsWithdrawn(DocumentRecord record) =>
        record.Status == DocumentStatus.Retired || (!IsInForce(record) && record.Revisions.Any(revision => revision.Stage == RevisionStage.Withdrawn));

    /// <summary>The pages of a document at a target: the key of each, and its format.</summary>
    public static IEnumerable<(string Key, string? Format)> PagesOf(PublishingTarget target, DocumentRecord record)
    {
        var key = $"{LanguageCode.Of(record.Language)}/{record.Kind}";
        return target.Drive is null ? [(key, null)] : target.Formats.Select(format => ($"{key}.{format}", (string?)format));
    }

    /// <summary>The content of a page; null where the file is gone.</summary>
    public async Task<PageContent?> ReadAsync(Engagement engagement, DocumentRecord record, string key, string? format, CancellationToken cancellationToken)
    {
        var stream = await store.OpenReadAsync(engagement.Id, record, format ?? "md", cancellationToken).ConfigureAwait(false);
        if (stream is null)
            return null;
        await using (stream.ConfigureAwait(false))
        {
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
            var title = record.Language == Language.French ? FrenchTypography.Apply(record.Title) : record.Title;
            if (format is not null)
                return new(key, title, record.Language, memory.ToArray(), Convert.ToHexStringLower(SHA256.HashData(memory.ToArray())));
            var tag = record.Language == engagement.Language ? engagement.Locale.Id : Locale.Of(record.Language).Id;
            // The stored text has marks of its own, for those who edit it.
            var text = KeptText.Parse(Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length)).Plain();
            var locale = record.Language == engagement.Language ? engagement.Locale : Locale.Of(record.Language);
            var page = Encoding.UTF8.GetBytes(WikiPage.Write(text, tag, $"Version {record.Version} · {locale.Date(record.PublishedOn)}"));
            return new(key, title, record.Language, page, Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(title + "\n"), .. page])));
        }
    }

    // Agendas and status sheets are of a day: a wiki is for what lasts, unless somebody asks for them.
    private static bool IsWanted(PublishingTarget target, string kind) => target.Kinds.Count > 0
        ? target.Kinds.Contains(kind, StringComparer.Ordinal)
        : DocumentLibrary.Kinds.FirstOrDefault(known => known.Id == kind)?.Family != DocumentFamily.Cadence;
}
