using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Functions.Triggers;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Flows;

public sealed class PullTests
{
    private static readonly string Yaml = Samples.Yaml.Split("\nsources:", 2)[0].TrimEnd() + """

        sources:
          - {id: crm, profile: hubspot.deals}
          - {id: invoices, from: mailbox, mailbox: exports@studio-mareva.example, folder: Inbox/Exports, senders: "@compta.example", moveTo: Inbox/Done}
          - {id: tasks, from: drive, drive: library, folder: Exports}
          - {id: sheet, from: url, link: "https://sheet.example.com/x.csv"}

        """;

    [Fact]
    public async Task Exports_dropped_mailed_and_put_on_a_drive_are_imported_once_on_one_machine()
    {
        var time = new ManualTime(DayOfWork.Monday);
        await using var app = await RunningApp.StartAsync(time);
        await app.RegisterAsync(Samples.Company, Yaml);
        Put(app, $"engagements/{Samples.Company}/blobs/inbox/crm/hubspot-transactions.csv", await File.ReadAllTextAsync(Samples.PathOf("hubspot-transactions.csv")));
        Put(app, "mailbox/exports@studio-mareva.example/Inbox/Exports/report.eml", $"""
            From: Reports <noreply@compta.example>
            Date: Mon, 16 Nov 2026 06:00:00 +0000
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/csv
            Content-Disposition: attachment; filename="factures.csv"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(await File.ReadAllBytesAsync(Samples.PathOf("factures.csv")), Base64FormattingOptions.InsertLineBreaks)}
            --b--
            """);
        Put(app, "drive/library/Exports/affaires.csv", await File.ReadAllTextAsync(Samples.PathOf("hubspot-transactions.csv")) + "\n");

        await app.TickAsync<PullExports>();
        await Eventually.ComesTrueAsync(async () => await CountAsync(app, "imports") == 3);
        time.Advance(Duration.FromMinutes(15));
        await app.TickAsync<PullExports>();

        (await CountAsync(app, "pulls")).ShouldBe(3);
        Directory.GetFiles(Path.Combine(app.Home, "mailbox/exports@studio-mareva.example/Inbox/Exports")).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(app.Home, "mailbox/exports@studio-mareva.example/Inbox/Done")).Length.ShouldBe(1);
        // The server of the link does not exist: that is a matter of the source alone.
        (await CountAsync(app, "pull-sources")).ShouldBe(1);
    }

    private static void Put(RunningApp app, string path, string content)
    {
        var file = Path.Combine(app.Home, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        File.SetLastWriteTimeUtc(file, DayOfWork.Monday.ToDateTimeUtc().AddHours(-1));
    }

    private static Task<int> CountAsync(RunningApp app, string collection) => app.WithAsync<IStateStore, int>(async state =>
    {
        var count = 0;
        await foreach (var _ in state.ListAsync(EngagementId.Parse(Samples.Company), collection))
            count++;
        return count;
    });
}
