using NodaTime;

namespace OpsAutomation.Ops.Tests;

public sealed class LinksTests : IAsyncLifetime
{
    private readonly OpsRun ops = new();

    public async ValueTask InitializeAsync()
    {
        ops.Environment["Ops__PublicUrl"] = "https://ops.example.com";
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "en", "--start", "2025-12-01");
        await File.AppendAllTextAsync(
            Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml"),
            "\nrecipients:\n  - {id: ann, name: Ann, email: ann@example.com}\n  - {id: bob, name: Bob, email: bob@example.com, links: read}\n");
        await ops.DoAsync("decision", "add", "Ask for a deposit?", "-e", "lumen");
    }

    [Fact]
    public async Task The_preview_of_a_digest_shows_the_links_of_its_reader_the_same_each_time()
    {
        var first = await LinksAsync("ann");
        ops.Time.Advance(Duration.FromHours(1));

        (await LinksAsync("ann")).ShouldBe(first);
        first.ShouldContain(link => link.StartsWith("https://ops.example.com/api/act/", StringComparison.Ordinal));
        first.ShouldContain(link => link.StartsWith("https://ops.example.com/api/engagements/lumen/board?t=", StringComparison.Ordinal));
        (await LinksAsync("bob")).ShouldNotContain(link => link.Contains("/api/act/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Revoking_gives_the_next_digest_of_that_reader_new_links_and_keeps_the_way_out()
    {
        var (ann, bob) = (await LinksAsync("ann"), await LinksAsync("bob"));

        (await ops.DoAsync("links", "revoke", "--to", "Ann", "-e", "lumen", "--by", "obm")).ShouldStartWith("Ann: the links sent so far have ended");

        var after = await LinksAsync("ann");
        after.Intersect(ann, StringComparer.Ordinal).ShouldHaveSingleItem().ShouldContain("/unsubscribe/");
        (await LinksAsync("bob")).ShouldBe(bob);
        (await ops.JsonAsync("audit", "-e", "lumen")).EnumerateArray().Last().GetProperty("action").GetString().ShouldBe("links.revoked");
        (await ops.RunAsync("links", "revoke", "--to", "nobody", "-e", "lumen")).Error.ShouldContain("There are: ann, bob");
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<List<string>> LinksAsync(string recipient)
    {
        var file = Path.Combine(ops.Folder, "digest.txt");
        await ops.DoAsync("digest", "-e", "lumen", "--to", recipient, "--preview", file);
        return [.. (await File.ReadAllLinesAsync(file)).Select(line => line.Trim()).Where(line => line.StartsWith("https://", StringComparison.Ordinal))];
    }
}
