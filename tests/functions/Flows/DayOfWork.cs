using System.Net;
using NodaTime;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Functions.Triggers;

namespace OpsAutomation.Functions.Tests.Flows;

/// <summary>What a Monday looks like from outside: exports come by HTTP, the board shows them, the digest leaves, documents are there.</summary>
internal static class DayOfWork
{
    /// <summary>Monday 16 November 2026, 9:00 in Paris: the digest of the sample company was due at 7:30.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 8, 0);

    /// <summary>Uploads exports to an app and waits for their figures at another, which may be the same.</summary>
    public static async Task UploadAsync(RunningApp to, RunningApp seenAt)
    {
        foreach (var file in new[] { "hubspot-transactions.csv", "factures.csv" })
        {
            using var content = Samples.Content(file);
            using var response = await to.Client.PostAsync($"engagements/{Samples.Company}/exports?file={file}&taken=2026-11-16", content);
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await Eventually.ComesTrueAsync(async () =>
        {
            var board = await seenAt.Client.GetPageAsync($"engagements/{Samples.Company}/board");
            return board.Cell("Signé", "valeur") == "22\u202f000\u00a0€" && board.Cell("Échu impayé", "valeur") == "21\u202f350\u00a0€";
        });
    }

    /// <summary>Runs the timer of digests and waits for the mail.</summary>
    public static async Task<string> DigestAsync(RunningApp app, params RunningApp[] others)
    {
        await app.TickAsync<SendDueDigests>();
        var outboxes = others.Prepend(app).Select(one => Path.Combine(one.Home, "outbox", Samples.Company)).ToList();
        return await Eventually.FindAsync(() => Task.FromResult(outboxes.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles).FirstOrDefault()));
    }
}
