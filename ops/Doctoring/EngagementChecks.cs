using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Heartbeats;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Pulls;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>One engagement, wherever it is kept: its file, its sources, its data, what failed, what has not left.</summary>
internal sealed class EngagementChecks(Place place, TimeProvider time)
{
    /// <summary>What is to say of it.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(EngagementId id, CancellationToken cancellationToken)
    {
        List<Finding> found = [];
        Engagement? engagement = null;
        found.Add(await TryAsync("engagement-file", id, async () =>
        {
            engagement = await new RegisteredEngagements(place.Engagements).FindAsync(id, cancellationToken)
                ?? throw OpsException.Refused($"There is no engagement {id}.", $"Il n'y a pas de mission {id}.");
            return Finding.Ok("engagement-file", "its file is valid", "son fichier est valide", id);
        }));
        found.Add(await TryAsync("dead-letters", id, () => DeadLettersAsync(id, cancellationToken)));
        if (engagement is null)
            return found;
        found.Add(await TryAsync("data", id, () => DataAsync(engagement, cancellationToken)));
        found.Add(await TryAsync("templates", id, () => TemplatesAsync(engagement, cancellationToken)));
        found.Add(await TryAsync("sources", id, () => SourcesAsync(engagement, cancellationToken)));
        found.AddRange(await DigestsAsync(engagement, cancellationToken));
        return found;
    }

    /// <summary>The dead letters of an engagement, or of what belongs to none.</summary>
    public async Task<Finding> DeadLettersAsync(EngagementId id, CancellationToken cancellationToken)
    {
        var open = new List<DeadLetter>();
        await foreach (var letter in new DeadLetterBox(place.State, place.Jobs, time).ListAsync(id, cancellationToken))
        {
            if (letter.IsOpen)
                open.Add(letter);
        }

        if (open.Count == 0)
            return Finding.Ok("dead-letters", "no message has failed for good", "aucun message n'est en échec", id);
        var ids = string.Join(", ", open.Take(5).Select(letter => $"{letter.Id} ({letter.Queue})"));
        var number = open.Count.ToString(CultureInfo.InvariantCulture);
        return Finding.Fail(
            "dead-letters", new($"Messages failed for good: {number}. {ids}", $"Messages en échec\u00a0: {number}. {ids}"),
            new("See the reasons with ops replay, mend them, then ops replay ID.", "Voyez les motifs avec ops replay, corrigez, puis ops replay ID."), id);
    }

    // What state names must be among the files: facts are read as every command reads them, documents by the files of their last version.
    private async Task<Finding> DataAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(engagement.Zone).Date;
        var standing = await new StandingReader(place.Blobs, place.State, time, keeps: false).ReadAsync(engagement, today, today, cancellationToken);
        var missing = new List<string>();
        foreach (var record in standing.Documents)
        {
            var path = record.BlobPath("md");
            var stream = await place.Blobs.OpenReadAsync(engagement.Id, path, cancellationToken);
            if (stream is null)
                missing.Add(path);
            else
                await stream.DisposeAsync();
        }

        return missing.Count == 0
            ? Finding.Ok("data", "what the state names is among the files", "ce que l'état nomme est parmi les fichiers", engagement.Id)
            : Finding.Fail(
                "data", new($"Files that the state names are gone: {string.Join(", ", missing.Take(5))}.", $"Des fichiers nommés par l'état ont disparu\u00a0: {string.Join(", ", missing.Take(5))}."),
                new("Restore them from a backup, or have the documents written again: ops run.", "Restaurez-les depuis une sauvegarde, ou faites récrire les documents\u00a0: ops run."), engagement.Id);
    }

    // Each is filled once, as the next run would: what is wrong is known today and not on the morning that the document is due.
    private async Task<Finding> TemplatesAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var own = await OwnTemplates.ListAsync(place.Blobs, engagement.Id, cancellationToken);
        if (own.Count == 0)
            return Finding.Ok("templates", "the templates are the product's own", "les modèles sont ceux du produit", engagement.Id);
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(engagement.Zone).Date;
        var standing = await new StandingReader(place.Blobs, place.State, time, keeps: false).ReadAsync(engagement, today, today, cancellationToken);
        var generator = new DocumentGenerator(new TemplateSource(place.Blobs), new DocumentStore(place.Blobs, place.State));
        foreach (var (kind, language) in own)
            await generator.GenerateAsync(standing.ForDocuments(language), kind, cancellationToken);
        var number = own.Count.ToString(CultureInfo.InvariantCulture);
        return Finding.Ok("templates", $"templates of the engagement's own, all usable: {number}", $"modèles propres à la mission, tous utilisables\u00a0: {number}", engagement.Id);
    }

    private async Task<Finding> SourcesAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        await foreach (var status in new SourceStatuses(place.State).ListAsync(engagement.Id, cancellationToken))
        {
            if (status.Problem is not { } problem || !engagement.Sources.Any(source => string.Equals(source.Id, status.Source, StringComparison.OrdinalIgnoreCase)))
                continue;
            var what = new LocalizedText($"{status.Source}: {problem.En}", $"{status.Source}\u00a0: {problem.Fr}");
            return status.IsPrecondition ? Finding.Fail("sources", what, null, engagement.Id) : Finding.Warn("sources", what, null, engagement.Id);
        }

        return Finding.Ok("sources", "no source is known to fail", "aucune source n'est connue pour échouer", engagement.Id);
    }

    private async Task<IReadOnlyList<Finding>> DigestsAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        try
        {
            var overdue = await new HeartbeatReader(place.State, time).ReadAsync(engagement, cancellationToken);
            return overdue.Count == 0
                ? [Finding.Ok("digests", "what should have left has left", "tout ce qui devait partir est parti", engagement.Id)]
                : [.. overdue.Select(digest => Overdue(engagement, digest))];
        }
        catch (OpsException failure)
        {
            return [Finding.Of("digests", failure, engagement.Id)];
        }
    }

    private static Finding Overdue(Engagement engagement, OverdueDigest digest)
    {
        var (day, why) = (LocalDatePattern.Iso.Format(digest.Due.Day), OverdueNotice.Why(digest));
        return Finding.Fail(
            "digests",
            new($"The digest of {day} for {digest.Due.Recipient.Id} has not left. {why.En}", $"Le point hebdomadaire du {day} pour {digest.Due.Recipient.Id} n'est pas parti. {why.Fr}"),
            OverdueNotice.ToDo(engagement, digest), engagement.Id);
    }

    private static async Task<Finding> TryAsync(string check, EngagementId id, Func<Task<Finding>> look)
    {
        try
        {
            return await look();
        }
        catch (OpsException failure)
        {
            return Finding.Of(check, failure, id);
        }
        catch (System.Text.Json.JsonException)
        {
            return Finding.Fail(
                check, new("A record in the state is damaged.", "Un enregistrement de l'état est endommagé."),
                new("Restore the state from a backup.", "Restaurez l'état depuis une sauvegarde."), id);
        }
    }
}
