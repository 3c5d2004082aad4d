namespace OpsAutomation.Ops.Tests;

public sealed class SopTests : IAsyncLifetime
{
    private readonly OpsRun ops = new();

    private string Out => Path.Combine(ops.Folder, "out");

    public async ValueTask InitializeAsync()
    {
        await ops.DoAsync("init", "nova", "--name", "Nova", "--lang", "en", "--start", "2025-12-01");
        await ops.DoAsync("documents", "-e", "nova", "--out", Out);
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_draft_is_approved_reviewed_and_retired_and_every_act_is_audited()
    {
        (await OneAsync()).GetProperty("status").GetString().ShouldBe("draft");

        (await ops.DoAsync("sop", "approve", "sop-incident", "-e", "nova", "--by", "Claire", "--note", "Agreed.")).ShouldContain("version 1 approved and in force, next review");
        var live = await OneAsync();
        (live.GetProperty("status").GetString(), live.GetProperty("version").GetInt32(), live.GetProperty("approvedBy").GetString()).ShouldBe(("live", 1, "Claire"));
        (await ops.RunAsync("sop", "approve", "incident", "-e", "nova", "--by", "Claire")).ExitCode.ShouldBe(1);
        (await ops.DoAsync("documents", "-e", "nova", "--kind", "sop-incident", "--out", Out)).ShouldContain("version 1, unchanged");

        await ops.DoAsync("sop", "review", "sop-incident", "-e", "nova", "--by", "Claire", "--next", "2027-01-15");
        (await OneAsync()).GetProperty("nextReview").GetString().ShouldBe("2027-01-15");
        (await ops.DoAsync("sop", "acknowledge", "sop-incident", "-e", "nova", "--by", "Ann")).ShouldContain("Ann has read version 1");
        await ops.DoAsync("sop", "retire", "sop-incident", "-e", "nova", "--by", "Claire");
        (await ops.JsonAsync("sop", "list", "-e", "nova")).EnumerateArray().ShouldNotContain(one => one.GetProperty("kind").GetString() == "sop-incident");
        (await ops.JsonAsync("audit", "-e", "nova")).EnumerateArray().Select(line => line.GetProperty("action").GetString()).TakeLast(4)
            .ShouldBe(["document.approved", "document.reviewed", "document.acknowledged", "document.retired"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_version_approved_for_a_day_is_in_force_from_that_day()
    {
        (await ops.DoAsync("sop", "approve", "sop-incident", "-e", "nova", "--by", "Claire", "--from", "2099-01-01")).ShouldContain("in force from");

        (await OneAsync()).GetProperty("status").GetString().ShouldBe("approved");
        (await ops.JsonAsync("sop", "list", "-e", "nova", "--at", "2099-01-01")).EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "sop-incident")
            .GetProperty("status").GetString().ShouldBe("live");
    }

    [Fact]
    public async Task Readers_and_approver_are_asked_by_mail_and_show_says_when_each_was_asked_and_read()
    {
        await File.AppendAllTextAsync(Path.Combine(ops.Home, "engagements", "nova", "engagement.yaml"), """

            sender: ops@studio.example
            people:
              - {id: claire, name: Claire Roy, role: sponsor, email: claire@nova.example}
              - {id: ines, name: Ines Bell, role: member, email: ines@nova.example}
            raci: [{process: Incident, responsible: [ines], accountable: [ines]}]
            documents: {kinds: [sop-incident]}
            """);
        (await ops.DoAsync("run", "-e", "nova")).ShouldContain("To be asked about documents: Claire Roy. For their links set Ops__PublicUrl");
        ops.Environment["Ops__PublicUrl"] = "https://ops.example.com";

        (await ops.DoAsync("run", "-e", "nova")).Split('\n').Single(line => line.StartsWith("Asked Claire Roy to approve: ", StringComparison.Ordinal)).ShouldContain("sop-incident");
        (await ops.DoAsync("sop", "show", "incident", "-e", "nova")).ShouldContain("Approver: Claire Roy, asked on Jan 5, 2026");
        var refused = await ops.RunAsync("sop", "approve", "incident", "-e", "nova", "--by", "ines");
        (refused.ExitCode, refused.Error.Contains("--for claire", StringComparison.Ordinal)).ShouldBe((1, true));
        (await ops.RunAsync("sop", "link", "incident", "-e", "nova", "--to", "ines")).ExitCode.ShouldBe(1);
        await ops.DoAsync("sop", "approve", "incident", "-e", "nova", "--by", "ines", "--for", "claire");
        (await ops.DoAsync("run", "-e", "nova")).ShouldContain("Asked Ines Bell to read: sop-incident");
        (await ops.DoAsync("run", "-e", "nova")).ShouldContain("Nothing else was due.");

        var shown = await ops.DoAsync("sop", "show", "incident", "-e", "nova");
        shown.ShouldContain("Reader: Ines Bell, asked on Jan 5, 2026, has not read it");
        shown.ShouldContain("Ines Bell for Claire Roy");
        await ops.DoAsync("sop", "acknowledge", "incident", "-e", "nova", "--by", "ines");
        (await ops.DoAsync("sop", "show", "incident", "-e", "nova")).ShouldContain("Reader: Ines Bell, asked on Jan 5, 2026, read on Jan 5, 2026");
        var reader = (await OneAsync()).GetProperty("readers")[0];
        (reader.GetProperty("asked").GetString(), reader.GetProperty("read").GetBoolean()).ShouldBe(("2026-01-05", true));
        Directory.GetFiles(Path.Combine(ops.Home, "outbox", "nova")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_edited_text_comes_back_and_stays()
    {
        var file = Path.Combine(Out, "en", "sop-incident.md");
        await File.AppendAllTextAsync(file, "\nWe always call back the next day.\n");

        (await ops.DoAsync("sop", "edit", "sop-incident", "--file", file, "-e", "nova", "--by", "Ann")).ShouldContain("version 1 is a draft");
        await ops.DoAsync("documents", "-e", "nova", "--kind", "sop-incident", "--out", Out);

        (await File.ReadAllTextAsync(file)).ShouldContain("We always call back the next day.");
        (await File.ReadAllTextAsync(Path.Combine(Out, "en", "sop-incident.html"))).ShouldNotContain("ops:");
        (await ops.RunAsync("sop", "edit", "sop-incident", "--file", file, "-e", "nova", "--by", "Ann")).Error.ShouldContain("nothing was changed");
    }

    [Fact]
    public async Task A_procedure_of_ones_own_for_a_process_that_has_one_is_reported()
    {
        var file = ops.Write("dunning.md", "---\ntitle: Trouble\nprocess: incident\nkpis: support.backlog\n---\nCall first.\n");
        (await ops.DoAsync("sop", "propose", file, "-e", "nova", "--by", "Ann")).ShouldContain("sop-own-trouble: version 1 is a draft");
        (await ops.DoAsync("sop", "list", "-e", "nova")).ShouldNotContain("Two procedures");
        await ops.DoAsync("documents", "-e", "nova", "--out", Out);
        (await File.ReadAllTextAsync(Path.Combine(Out, "en", "sop-own-trouble.md"))).ShouldContain("Call first.");
        await ops.DoAsync("sop", "approve", "sop-own-trouble", "-e", "nova", "--by", "Claire");
        await ops.DoAsync("sop", "approve", "sop-incident", "-e", "nova", "--by", "Claire");

        (await ops.DoAsync("sop", "list", "-e", "nova")).ShouldContain("✕ Two procedures for one process (incident): sop-incident, sop-own-trouble. Keep one, retire the others.");

        await ops.DoAsync("sop", "retire", "sop-own-trouble", "-e", "nova", "--by", "Claire");
        (await ops.DoAsync("sop", "list", "-e", "nova")).ShouldNotContain("Two procedures");
    }

    [Theory]
    [InlineData("sop approve weekly-ops-agenda -e nova --by x", 1, "written anew for each meeting")]
    [InlineData("sop approve nonsense -e nova --by x", 2, "There is no document kind")]
    [InlineData("sop propose -e nova --by x", 2, "Say what is proposed")]
    [InlineData("sop resolve sop-incident -e nova --keep both --by x", 2, "--keep is mine or generated")]
    [InlineData("sop resolve sop-incident -e nova --keep mine --by x", 1, "has no block in conflict")]
    [InlineData("sop acknowledge sop-incident -e nova --by x", 1, "is not in force")]
    [InlineData("sop approve sop-own-nothing -e nova --by x", 1, "Nobody has proposed sop-own-nothing in English yet")]
    [InlineData("sop acknowledge sop-incident -e nova", 2, "Say who has read it")]
    public async Task What_cannot_be_done_says_why(string command, int exitCode, string says)
    {
        var outcome = await ops.RunAsync(command.Split(' '));

        outcome.ExitCode.ShouldBe(exitCode);
        outcome.Error.ShouldContain(says);
    }

    private async Task<System.Text.Json.JsonElement> OneAsync() => (await ops.JsonAsync("sop", "show", "sop-incident", "-e", "nova"))[0];
}
