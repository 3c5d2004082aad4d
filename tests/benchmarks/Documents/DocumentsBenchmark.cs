using System.Diagnostics;
using System.Globalization;
using NodaTime;
using OpsAutomation.Documents.Packs;
using OpsAutomation.Engagements;
using OpsAutomation.Local;
using OpsAutomation.Runs;

namespace OpsAutomation.Benchmarks.Documents;

/// <summary>Times the handover pack of one engagement, and the weekly agendas of many, in a home with facts.</summary>
internal static class DocumentsBenchmark
{
    /// <summary>Writes the pack of every document in both languages, HTML and DOCX: in a process that has written nothing yet, then again.</summary>
    public static async Task<int> PackAsync(string home, EngagementId engagement, int rounds, TimeProvider clock)
    {
        for (var round = 0; round < rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var open = await LocalHome.OpenAsync(home, clock);
            var found = await new RegisteredEngagements(open.Engagements).FindAsync(engagement) ?? throw new InvalidOperationException("There is no such engagement.");
            var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(found.Zone).Date;
            var standing = await new StandingReader(open.Blobs, open.State, clock, keeps: false).ReadAsync(found, today, today);
            using var zip = new MemoryStream();
            var packed = await new HandoverPack(open.Blobs, open.State).WriteAsync(standing.ForDocuments(found.Language), new() { Formats = ["html", "docx"] }, zip);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(round == 0 ? "first" : "again")} {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.00} s, {packed.Count} documents, {zip.Length / 1024} KiB, peak {Peak()} MB"));
        }

        return 0;
    }

    /// <summary>Writes and stores the weekly agenda of every engagement of a home, one after the other, each from its own facts.</summary>
    public static async Task<int> AgendasAsync(string home, TimeProvider clock)
    {
        var begun = Stopwatch.GetTimestamp();
        using var open = await LocalHome.OpenAsync(home, clock);
        var engagements = new RegisteredEngagements(open.Engagements);
        var standings = new StandingReader(open.Blobs, open.State, clock);
        var documents = new DocumentPublisher(open.Blobs, open.State);
        var count = 0;
        foreach (var id in await engagements.ListAsync())
        {
            var engagement = (await engagements.FindAsync(id))!;
            var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(engagement.Zone).Date;
            var standing = await standings.ReadAsync(engagement, today, today);
            await documents.PublishAsync(standing, "weekly-ops-agenda");
            if (++count % 100 == 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} agendas after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s, managed {GC.GetTotalMemory(false) / (1024 * 1024)} MB, peak {Peak()} MB"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} agendas in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s, peak {Peak()} MB"));
        return 0;
    }

    private static long Peak() => System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024);
}
