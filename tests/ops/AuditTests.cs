using NodaTime;

namespace OpsAutomation.Ops.Tests;

public sealed class AuditTests : IAsyncLifetime
{
    private readonly OpsRun ops = new();

    public async ValueTask InitializeAsync() =>
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "en", "--start", "2025-12-01");

    [Fact]
    public async Task What_people_do_by_command_is_recorded_with_who_asked_for_it()
    {
        string[][] commands =
        [
            ["milestone", "done", "J10-1", "-e", "lumen", "--by", "Claire", "--note", "seen"],
            ["milestone", "reopen", "J10-1", "-e", "lumen", "--by", "Claire", "--note", "not yet"],
            ["decision", "add", "Ask for a deposit?", "-e", "lumen"],
            ["decision", "close", "D-1", "-e", "lumen", "--by", "Claire <claire@example.com>", "--outcome", "yes"],
            ["action", "add", "Call Jean Dupont", "-e", "lumen", "--by", "obm"],
            ["action", "close", "A-1", "-e", "lumen", "--by", "obm"],
            ["risk", "add", "A partner leaves", "-e", "lumen"],
            ["risk", "close", "R-1", "-e", "lumen", "--by", "obm"],
            ["improvement", "add", "Plans come back twice", "-e", "lumen", "--review", "2026-01-30", "--by", "obm"],
            ["improvement", "close", "I-1", "-e", "lumen", "--by", "obm", "--result", "kept"],
            ["kpi", "set", "finance.cash", "1000", "--date", "2026-01-02", "-e", "lumen", "--by", "obm"],
            ["webhook", "add", "n8n", "-e", "lumen", "--by", "obm"],
            ["webhook", "rotate", "n8n", "-e", "lumen"],
            ["webhook", "rotate", "links", "--now", "-e", "lumen", "--by", "obm"],
        ];
        foreach (var command in commands)
        {
            await ops.DoAsync(command);
            ops.Time.Advance(Duration.FromMinutes(1));
        }

        var lines = (await ops.JsonAsync("audit", "-e", "lumen")).EnumerateArray()
            .Select(line => (line.GetProperty("actor").GetString(), line.GetProperty("action").GetString(), line.GetProperty("subject").GetString()));

        lines.ShouldBe(
        [
            ("Claire", "milestone.done", "J10-1"),
            ("Claire", "milestone.reopened", "J10-1"),
            ("ops", "item.added", "D-1"),
            ("Claire", "item.closed", "D-1"),
            ("obm", "item.added", "A-1"),
            ("obm", "item.closed", "A-1"),
            ("ops", "item.added", "R-1"),
            ("obm", "item.closed", "R-1"),
            ("obm", "item.added", "I-1"),
            ("obm", "item.closed", "I-1"),
            ("obm", "reading.entered", "finance.cash"),
            ("obm", "webhook.added", "n8n"),
            ("ops", "secret.rotated", "n8n"),
            ("obm", "secret.revoked", "links"),
        ]);
    }

    [Fact]
    public async Task The_table_says_it_in_words_from_a_day_on()
    {
        await ops.DoAsync("risk", "add", "A partner leaves", "-e", "lumen");
        ops.Time.Advance(Duration.FromDays(1));
        await ops.DoAsync("risk", "close", "R-1", "-e", "lumen", "--by", "Claire");

        var all = await ops.DoAsync("audit", "-e", "lumen", "--lang", "fr");
        all.ShouldContain("a ajouté");
        all.ShouldContain("Claire  a clos");
        var later = await ops.DoAsync("audit", "-e", "lumen", "--from", "2026-01-06");
        later.ShouldContain("Claire  closed  R-1");
        later.ShouldNotContain("added");
        (await ops.DoAsync("audit")).ShouldBe("Nothing is recorded.\n");
    }

    [Fact]
    public async Task What_is_done_to_digests_is_recorded()
    {
        var file = Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml");
        await File.AppendAllTextAsync(file, "\nrecipients:\n  - {id: ann, name: Ann, email: ann@example.com}\n");

        await ops.DoAsync("digest", "pause", "--to", "ann", "-e", "lumen", "--by", "obm");
        ops.Time.Advance(Duration.FromMinutes(1));
        await ops.DoAsync("digest", "resume", "--to", "ann", "-e", "lumen", "--by", "obm");
        await ops.DoAsync("digest", "resume", "--to", "ann", "-e", "lumen", "--by", "obm");

        (await ops.JsonAsync("audit", "-e", "lumen")).EnumerateArray().Select(line => line.GetProperty("action").GetString())
            .ShouldBe(["digest.paused", "digest.resumed"]);
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}
