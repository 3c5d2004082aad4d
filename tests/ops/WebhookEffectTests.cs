using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Local;
using OpsAutomation.Notices;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Ops.Tests;

/// <summary>From a signed event to the figure that the command prints.</summary>
public sealed class WebhookEffectTests : IAsyncLifetime
{
    private const string Secret = "a client secret of HubSpot";
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private readonly OpsRun ops = new();

    public async ValueTask InitializeAsync()
    {
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "en", "--zone", "Europe/Paris", "--start", "2025-12-01");
        ops.Environment["Ops__PublicUrl"] = "https://ops.example.com";
        await ops.DoAsync("webhook", "add", "hubspot", "-e", "lumen");
        await ops.DoAsync("webhook", "rotate", "hubspot", "-e", "lumen", "--secret-file", ops.Write("secret.txt", Secret));
    }

    [Fact]
    public async Task An_event_after_an_export_is_in_the_figure_and_a_newer_export_wins_again()
    {
        await ImportAsync("Contract sent,18000,2026-01-30", "2026-01-04 18:00");
        ops.Time.Advance(Duration.FromHours(3));
        (await WonAsync()).Value.ShouldBe(0m);

        await ReceiveAsync(WebhookSamples.Get("hubspot-deal-changes"));

        var (won, sources) = await WonAsync();
        (won, string.Join(", ", sources)).ShouldBe((22_000m, "deals.csv, webhook hubspot"));
        var listed = (await ops.JsonAsync("webhook", "deliveries", "-e", "lumen")).GetProperty("in")[0];
        (listed.GetProperty("outcome").GetString(), listed.GetProperty("effects")[0].GetString()).ShouldBe(("applied", "deal 9001234501"));

        await ImportAsync("Closed Won,21500,2026-01-05", "2026-01-05 11:30");
        (won, sources) = await WonAsync();
        (won, string.Join(", ", sources)).ShouldBe((21_500m, "deals.csv, deals.csv"));
    }

    [Fact]
    public async Task A_deal_that_an_export_and_an_event_say_is_won_starts_one_checklist()
    {
        var file = Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml");
        await File.AppendAllTextAsync(file, "\nchecklists:\n  - {kind: checklist-client-onboarding, when: deal won}\n");
        await ImportAsync("Closed Won,18000,2026-01-05", "2026-01-05 08:00");
        (await ops.DoAsync("run", "-e", "lumen")).ShouldContain("Started: CL-1");
        ops.Time.Advance(Duration.FromHours(3));

        await ReceiveAsync(WebhookSamples.Get("hubspot-deal-changes"));
        await ops.DoAsync("run", "-e", "lumen");
        await ImportAsync("Closed Won,21500,2026-01-05", "2026-01-05 11:30");
        await ops.DoAsync("run", "-e", "lumen");

        (await ops.JsonAsync("checklist", "list", "--all", "-e", "lumen")).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_event_without_a_value_is_shown_as_awaited()
    {
        await ImportAsync("Contract sent,18000,2026-01-30", "2026-01-04 18:00");
        ops.Time.Advance(Duration.FromHours(3));
        await ReceiveAsync(WebhookSamples.Get("hubspot-deal-creation"));

        var awaiting = (await ops.JsonAsync("webhook", "deliveries", "-e", "lumen")).GetProperty("awaiting")[0];
        (awaiting.GetProperty("fact").GetString(), awaiting.GetProperty("records").GetInt32()).ShouldBe(("Deal", 1));
        (await ops.DoAsync("webhook", "deliveries", "-e", "lumen")).ShouldContain("Awaiting the next export: deals (1).");
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task ImportAsync(string values, string modified) => ops.DoAsync(
        "import", ops.Write("deals.csv", $"Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Last Modified Date\n9001234501,Azur,{values},2025-12-01 09:00,{modified}\n7,Perle,Closed Lost,5,2026-01-06,2025-12-01 09:00,2026-01-04 18:00\n"), "-e", "lumen");

    private async Task<(decimal? Value, IReadOnlyList<string?> Sources)> WonAsync()
    {
        var kpi = (await ops.JsonAsync("kpis", "-e", "lumen", "--from", "2026-01-05", "--to", "2026-01-11")).EnumerateArray().Single(one => one.GetProperty("id").GetString() == "sales.won-amount");
        return (kpi.GetProperty("value").GetDecimal(), [.. kpi.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("file").GetString())]);
    }

    private async Task ReceiveAsync(WebhookSample sample)
    {
        using var home = await LocalHome.OpenAsync(ops.Home, ops.Time);
        var queue = new InMemoryJobQueue();
        var jobs = new JobSender(queue, home.Blobs);
        using var directory = new WebhookDirectory(home.Engagements, home.Secrets, ops.Time);
        using var handshake = new NotionHandshake(home.Secrets, directory);
        var url = "https://ops.example.com/api/engagements/lumen/webhooks/hubspot";
        var headers = WebhookSigner.Sign(sample.Scheme, Secret, sample.Body, url, ops.Time.Now);
        var receiver = new WebhookReceiver(directory, new WebhookIntake(home.Blobs, home.State, jobs), handshake, WebhookAddresses.Of(new Uri("https://ops.example.com")), ops.Time);
        var answer = await receiver.ReceiveAsync(new(Lumen.Value, "hubspot", "POST", sample.ContentType, name => headers.GetValueOrDefault(name), new MemoryStream(sample.Body)));
        answer.Status.ShouldBe(202);
        var run = new JobRun(home.Blobs, new RegisteredEngagements(home.Engagements), new DeadLetterBox(home.State, queue, ops.Time), new DeadLetterNotice(new NoticeMail(home.Mailer, new Operator(null))));
        foreach (var message in queue.Take(JobQueues.Webhooks))
            await new WebhookJobHandler(run, home.Blobs, home.State, jobs, ops.Time).HandleAsync(message);
    }
}
