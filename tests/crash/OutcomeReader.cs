using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.GraphEmulator.Mail;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Kpis;
using OpsAutomation.Runs;

namespace OpsAutomation.Crash.Tests;

/// <summary>Reads, with the product's own readers, what a world has come to.</summary>
internal sealed partial class OutcomeReader(World world)
{
    private readonly Dictionary<string, IReadOnlyList<string>> lines = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    /// <summary>Reads everything.</summary>
    /// <param name="day">The day for which KPIs are computed.</param>
    public async Task<Outcome> ReadAsync(LocalDate day)
    {
        await FactsAsync();
        await KpisAsync(day);
        await DocumentsAsync();
        await MailsAsync();
        await EventsAsync();
        await LeftoversAsync();
        return new(lines, faults);
    }

    private async Task FactsAsync()
    {
        var facts = await new FactStore(world.Blobs, world.State).OpenAsync(world.Engagement);
        // By file: the order of imports is nobody's promise. Every row that was read is accepted, rejected or superseded.
        lines["imports"] = [.. facts.Imports
            .Select(import => $"{import.File} {import.Profile} {import.Taken} {string.Join(' ', import.Facts.Select(count => $"{count.Type}:{count.Read}/{count.Accepted}/{count.Rejected}"))}")
            .Order(StringComparer.Ordinal)];
        foreach (var type in Enum.GetValues<FactType>())
            lines["facts of " + type] = [.. FactLines.Of(facts, type)];
    }

    private async Task KpisAsync(LocalDate day)
    {
        var engagement = EngagementReader.Read((await world.Registry.FindAsync(world.Engagement))!, world.Engagement);
        // As seen from another day, which keeps nothing.
        var kpis = await new StandingReader(world.Blobs, world.State, Clock).KpisAsync(engagement, new KpiRequest { At = day, Today = day.PlusDays(1) });
        using var json = JsonDocument.Parse(ImportedAt().Replace(KpiJson.Write(kpis, Language.English), ""));
        lines["KPIs"] = [.. json.RootElement.EnumerateArray().Select(kpi => kpi.GetRawText())];
    }

    private async Task DocumentsAsync()
    {
        var found = new List<string>();
        var store = new DocumentStore(world.Blobs, world.State);
        await foreach (var record in store.ListAsync(world.Engagement))
        {
            var files = new DocumentFiles(world, record);
            foreach (var revision in new[] { record.Current, record.Latest }.DistinctBy(one => one.Version))
            {
                if (!await files.AreWholeAsync(revision))
                    faults.Add($"document {record.Kind} is torn: the files of version {revision.Version} are not those that were written together");
            }

            if (!Encoding.UTF8.GetString(await BytesAsync(store, record, "html")).TrimEnd().EndsWith("</html>", StringComparison.Ordinal))
                faults.Add($"document {record.Kind} is torn: its page has no end");
            await CheckWordAsync(record, await BytesAsync(store, record, "docx"));
            found.Add($"{record.Language} {record.Kind} {record.Status} {Short(record.Current.ContentHash)}");
        }

        lines["documents"] = [.. found.Order(StringComparer.Ordinal)];
    }

    private async Task CheckWordAsync(DocumentRecord record, byte[] bytes)
    {
        try
        {
            await using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                await using var content = await entry.OpenAsync();
                await content.CopyToAsync(Stream.Null);
            }
        }
        catch (InvalidDataException)
        {
            faults.Add($"document {record.Kind} is torn: its Word file cannot be opened");
        }
    }

    private async Task<byte[]> BytesAsync(DocumentStore store, DocumentRecord record, string extension)
    {
        var stream = await store.OpenReadAsync(world.Engagement, record, extension);
        if (stream is null)
        {
            faults.Add($"document {record.Kind} lacks its {extension}");
            return [];
        }

        await using (stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
    }

    private async Task MailsAsync()
    {
        // What was accepted for sending is in Sent Items a moment later.
        await Task.Delay(2 * world.Graph.Settings.MoveToSentMilliseconds);
        foreach (var mailbox in world.Graph.Mail.All)
            world.Graph.Mail.Settle(mailbox);
        var delivered = world.Graph.Mail.Delivered;
        lines["mails"] = [.. delivered.Where(mail => !IsOfLateness(mail.Subject)).Select(mail => $"to {string.Join(',', mail.To).Replace(world.Engagement.Value, "obm", StringComparison.Ordinal)}: {Lasting(mail.Subject)} [{FilesOf(mail)}]").Order(StringComparer.Ordinal)];
        foreach (var twice in delivered.GroupBy(mail => $"{string.Join(',', mail.To)}: {mail.Subject}", StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Add($"mailed {twice.Count()} times to {twice.Key}");
        var digests = new List<string>();
        await foreach (var entry in world.State.ListAsync(world.Engagement, "digests"))
        {
            using var record = JsonDocument.Parse(entry.Value);
            var revisions = record.RootElement.TryGetProperty("revisions", out var all) ? all.GetArrayLength() : 0;
            digests.Add($"{entry.Key.Id} {revisions} sent");
        }

        lines["digests"] = digests;
        // Pulled mails are moved once, and nothing is left half made: a draft that never got its key was swept away.
        lines["mailboxes"] = [.. world.Graph.Mail.All
            .SelectMany(mailbox => mailbox.Messages.Select(message => $"{mailbox.Address} {mailbox.Folders.Find(folder => folder.Id == message.Folder)?.Name}{(message.IsDraft ? " draft" : "")}: {Lasting(message.Subject)}"))
            .Where(line => !line.Contains(" Deleted Items", StringComparison.Ordinal) && !IsOfLateness(line))
            .Order(StringComparer.Ordinal)];
    }

    // That a digest is late, while the app is killed for hours of its clock, is true: it is told once, and a run without kills has nothing to tell.
    private static bool IsOfLateness(string subject) => subject.Contains(" has not left (", StringComparison.Ordinal) || subject.Contains(" digests have not left", StringComparison.Ordinal);

    // A morning list that is sent while digests are held up says so first, which is true, and its title then has no place for what comes last.
    private static string Lasting(string subject) => OffTarget().Replace(Blocked().Replace(subject, ""), "");

    private async Task EventsAsync()
    {
        var taken = world.Events.Taken.Order(StringComparer.Ordinal).ToList();
        // What became of an import or a digest is told once; how often a KPI crossed its target on the way depends on the order of imports.
        lines["events"] = [.. taken.Where(line => line.StartsWith("export.", StringComparison.Ordinal) || line.StartsWith("digest.", StringComparison.Ordinal))];
        await foreach (var entry in world.State.ListAsync(world.Engagement, "event-deliveries"))
        {
            using var delivery = JsonDocument.Parse(entry.Value);
            if (!delivery.RootElement.GetProperty("state").ToString().Equals("delivered", StringComparison.OrdinalIgnoreCase))
                faults.Add($"event not delivered: {entry.Key.Id} {entry.Value}");
        }

        // Whatever waited for its turn had it.
        await foreach (var entry in world.State.ListAsync(world.Engagement, "event-chains"))
            faults.Add($"events that still wait: {entry.Key.Id} {entry.Value}");

        var applied = new List<string>();
        await foreach (var entry in world.State.ListAsync(world.Engagement, "webhook-deliveries"))
        {
            using var delivery = JsonDocument.Parse(entry.Value);
            applied.Add($"{entry.Key.Id} {delivery.RootElement.GetProperty("outcome")}");
        }

        lines["webhooks"] = applied;
    }

    private async Task LeftoversAsync()
    {
        if (await world.BusyAsync() is { Length: > 0 } busy)
            faults.Add("left in queues: " + busy);
        var box = new DeadLetterBox(world.State, null!, Clock);
        foreach (var partition in new[] { world.Engagement, EngagementId.App })
        {
            await foreach (var letter in box.ListAsync(partition))
                faults.Add($"message of {letter.Queue} given up or failing ({letter.State}): {letter.Reason.En}");
        }

        await foreach (var entry in world.State.ListAsync(world.Engagement, "dispatched"))
            faults.Add("asked for and never done: " + entry.Key.Id);
    }

    // Which version of a document goes with a digest depends on which of the two was faster.
    private static string FilesOf(DeliveredMail mail) => string.Join(", ", mail.Attachments.Select(name => Version().Replace(name, "")).Order(StringComparer.Ordinal));

    private static string Short(string hash) => hash[..Math.Min(12, hash.Length)];

#pragma warning disable RS0030 // Reading asks no clock.
    private static TimeProvider Clock => TimeProvider.System;
#pragma warning restore RS0030

    [GeneratedRegex("(?<= · )[0-9]+ blocked, ")]
    private static partial Regex Blocked();

    [GeneratedRegex(", [0-9]+ KPIs? off target(?= · )")]
    private static partial Regex OffTarget();

    [GeneratedRegex(@" v[0-9]+(?=\.)")]
    private static partial Regex Version();

    [GeneratedRegex(",\"importedAt\":\"[^\"]*\"")]
    private static partial Regex ImportedAt();
}
