using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>
/// Makes an engagement forget a person: what names the person goes from originals, facts, snapshots, documents, records and mails, and keyed hashes stay, by
/// which an export or event that brings the person again is recognised. Figures stay. Stopped anywhere and run again, it ends as one run.
/// </summary>
/// <param name="blobs">The files.</param>
/// <param name="state">The records.</param>
/// <param name="registry">The engagements' own files.</param>
/// <param name="time">The clock.</param>
/// <param name="mails">Mails that were sent from here and are kept; null where they are elsewhere.</param>
public sealed class Eraser(IBlobStore blobs, IStateStore state, IEngagementRegistry registry, TimeProvider time, IKeptMails? mails = null)
{
    /// <summary>Where reports are kept.</summary>
    internal const string Folder = "erasures/";

    private const string Ledger = "ledger";
    private const string Configuration = "configuration";
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd-HHmmss");

    private readonly ErasureStore store = new(state);
    private readonly FactEraser facts = new(blobs, state);
    private readonly StateEraser records = new(state);

    /// <summary>Erases a person.</summary>
    /// <param name="engagement">From which engagement.</param>
    /// <param name="email">The person's mail address.</param>
    /// <param name="name">The person's name, where it is to be looked for too.</param>
    /// <param name="by">Who asks, for the audit record; null for the operator.</param>
    /// <param name="isDry">Whether only to look.</param>
    /// <param name="cancellationToken">Stops; the next run goes on.</param>
    /// <exception cref="OpsException">Wrong usage: that is no address or no name.</exception>
    public async Task<ErasureResult> RunAsync(Engagement engagement, string email, string? name = null, string? by = null, bool isDry = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        var id = engagement.Id;
        var identifiers = isDry ? new Identifiers(RandomNumberGenerator.GetBytes(32)) : await store.IdentifiersAsync(id, cancellationToken).ConfigureAwait(false);
        var asked = identifiers.Person(email, name, time.GetUtcNow().ToInstant());
        if (!isDry && await EndedAsync(engagement, asked.Id, cancellationToken).ConfigureAwait(false) is { } ended)
            return ended;
        var person = isDry ? asked : await BeginAsync(id, asked, cancellationToken).ConfigureAwait(false);
        var catalogue = await EngagementProfiles.LoadAsync(blobs, id, ProfileCatalogue.Default, cancellationToken).ConfigureAwait(false);
        var files = new BlobEraser(blobs, state, engagement, catalogue);
        var keys = files.NoKeys();
        if (!person.IsLinked)
        {
            var people = new ErasedPeople(identifiers, [person]);
            var links = await files.LinksAsync(people, cancellationToken).ConfigureAwait(false);
            var contacts = await ContactsAsync(id, people, cancellationToken).ConfigureAwait(false);
            person = person with { Links = [.. person.Links.Union(links.Concat(contacts).Select(identifiers.OfLink), StringComparer.Ordinal)], IsLinked = true };
            keys = await files.KeysAsync(new ErasedPeople(identifiers, [person]), cancellationToken).ConfigureAwait(false);
            if (!isDry)
            {
                await keys.KeepAsync(id, person, cancellationToken).ConfigureAwait(false);
                await store.KeepAsync(id, person, cancellationToken).ConfigureAwait(false);
            }
        }
        else
        {
            await keys.LoadAsync(id, person, cancellationToken).ConfigureAwait(false);
        }

        var found = new SortedDictionary<string, (int Items, int Records)>(StringComparer.Ordinal);
        void Count(string place, int count)
        {
            var known = found.GetValueOrDefault(place);
            found[place] = (known.Items + 1, known.Records + count);
        }

        var erased = new ErasedPeople(identifiers, [person]);
        await files.RunAsync(person, erased, isDry, Count, cancellationToken).ConfigureAwait(false);
        var lines = await facts.RunAsync(id, person, erased, keys, isDry, (_, count) => Count("facts", count), cancellationToken).ConfigureAwait(false);
        await records.RunAsync(id, person, erased, isDry, Count, cancellationToken).ConfigureAwait(false);
        await MailsAsync(id, person, erased, isDry, Count, cancellationToken).ConfigureAwait(false);
        var configuration = await registry.FindAsync(id, cancellationToken).ConfigureAwait(false);
        var result = new ErasureResult
        {
            Id = person.Id,
            At = person.At,
            Counts = isDry ? found : await store.CountsAsync(id, person, cancellationToken).ConfigureAwait(false),
            LedgerFiles = files.Left,
            LedgerLines = lines,
            IsInConfiguration = configuration is not null && erased.IsIn(configuration.Yaml),
        };
        return isDry ? result : await EndAsync(engagement, person, keys, result, by, cancellationToken).ConfigureAwait(false);
    }

    // A run that was stopped after its last effect: what it came to is told.
    private async Task<ErasureResult?> EndedAsync(Engagement engagement, string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(engagement.Id, id, cancellationToken).ConfigureAwait(false) is not ({ Done: not null, Outcome: { } outcome } person, _)
            || !await store.IsNotedAsync(engagement.Id, person, cancellationToken).ConfigureAwait(false))
            return null;
        await new BlobEraser(blobs, state, engagement, ProfileCatalogue.Default).NoKeys().EndAsync(engagement.Id, person, cancellationToken).ConfigureAwait(false);
        await store.EndAsync(engagement.Id, person, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Id = person.Id,
            At = person.At,
            Counts = outcome.Where(place => place.Key is not (Ledger or Configuration)).ToDictionary(place => place.Key, place => (place.Value[0], place.Value[1]), StringComparer.Ordinal),
            LedgerFiles = outcome[Ledger][0],
            LedgerLines = outcome[Ledger][1],
            IsInConfiguration = outcome[Configuration][0] > 0,
            Reports = [.. ReportsOf(person).Select(report => report.Path)],
        };
    }

    // A run that was stopped is gone on with.
    private async Task<ErasedPerson> BeginAsync(EngagementId engagement, ErasedPerson asked, CancellationToken cancellationToken)
    {
        var known = (await store.FindAsync(engagement, asked.Id, cancellationToken).ConfigureAwait(false))?.Person;
        var person = known switch
        {
            null => asked,
            { Done: null } => known with { Names = Union(known.Names, asked.Names) },
            _ => asked with { Names = Union(known.Names, asked.Names), Links = known.Links },
        };
        await store.KeepAsync(engagement, person, cancellationToken).ConfigureAwait(false);
        return person;
    }

    private async Task<List<string>> ContactsAsync(EngagementId engagement, ErasedPeople people, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        using var reader = (await new FactStore(blobs, state).OpenAsync(engagement, cancellationToken).ConfigureAwait(false)).Open(FactType.Contact);
        while (reader?.Read() == true)
        {
            var isPerson = new[] { ContactFields.Email, ContactFields.Name }.Any(field => reader.Current.FindText(field) is { } text && people.Whole(text) is not null);
            if (isPerson && reader.Current.FindText(ContactFields.Id) is { } id)
                ids.Add(id);
        }

        return ids;
    }

    private async Task MailsAsync(EngagementId engagement, ErasedPerson person, ErasedPeople people, bool isDry, Action<string, int> count, CancellationToken cancellationToken)
    {
        if (mails is null)
            return;
        foreach (var mail in await mails.FindAsync(engagement, people.IsIn, cancellationToken).ConfigureAwait(false))
        {
            count("mails", 1);
            if (isDry)
                continue;
            await store.NoteAsync(engagement, person, "mails", mail, 1, cancellationToken).ConfigureAwait(false);
            await mails.BlankAsync(engagement, mail, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ErasureResult> EndAsync(Engagement engagement, ErasedPerson person, SubjectKeys keys, ErasureResult result, string? by, CancellationToken cancellationToken)
    {
        foreach (var (language, extension, path) in ReportsOf(person))
        {
            var report = new ErasureReport(engagement, result, language);
            var bytes = Encoding.UTF8.GetBytes(extension == "md" ? report.Markdown() : report.Html());
            await blobs.WriteAsync(engagement.Id, path, (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken).ConfigureAwait(false);
        }

        var outcome = result.Counts.ToDictionary(place => place.Key, place => new[] { place.Value.Items, place.Value.Records }, StringComparer.Ordinal);
        outcome[Ledger] = [result.LedgerFiles, result.LedgerLines];
        outcome[Configuration] = [result.IsInConfiguration ? 1 : 0];
        await facts.SweepAsync(engagement.Id, time.GetUtcNow().ToInstant(), cancellationToken).ConfigureAwait(false);
        await store.KeepAsync(
            engagement.Id, person with { Done = time.GetUtcNow().ToInstant(), Outcome = outcome }, cancellationToken,
            AuditLog.LineOf(time, by, AuditAction.PersonErased, person.Id)).ConfigureAwait(false);
        await keys.EndAsync(engagement.Id, person, cancellationToken).ConfigureAwait(false);
        await store.EndAsync(engagement.Id, person, cancellationToken).ConfigureAwait(false);
        return result with { Reports = [.. ReportsOf(person).Select(report => report.Path)] };
    }

    private static IEnumerable<(Language Language, string Extension, string Path)> ReportsOf(ErasedPerson person) =>
        from language in new[] { Language.English, Language.French }
        from extension in new[] { "md", "html" }
        select (language, extension, $"{Folder}{Stamp.Format(person.At)}-{person.Id}.{LanguageCode.Of(language)}.{extension}");

    private static Dictionary<string, int> Union(IReadOnlyDictionary<string, int> left, IReadOnlyDictionary<string, int> right)
    {
        var union = new Dictionary<string, int>(left, StringComparer.Ordinal);
        foreach (var (hash, words) in right)
            union[hash] = words;
        return union;
    }
}
