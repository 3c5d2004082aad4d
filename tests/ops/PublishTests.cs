using OpsAutomation.Testing.WordPress;

namespace OpsAutomation.Ops.Tests;

public sealed class PublishTests : IDisposable
{
    private readonly OpsRun ops = new();
    private readonly WordPressSite site = new();

    public PublishTests() => ops.Web = () => site;

    [Fact]
    public async Task Live_documents_become_pages_and_what_people_changed_is_shown()
    {
        await InitAsync("publishing:\n  - {id: wiki, to: wordpress, site: https://wiki.example.com, user: ops, kinds: [engagement-brief, sop-incident]}\n");
        await ops.DoAsync("documents", "-e", "nova", "--out", Path.Combine(ops.Folder, "out"));
        await ops.DoAsync("publish", "-e", "nova", "--to", "wiki", "--secret-file", ops.Write("password.txt", site.Password + "\n"));

        (await ops.DoAsync("publish", "-e", "nova")).ShouldStartWith("wiki: 2 published or put into the bin, 0 unchanged, 0 waiting for you\n");
        site.Posts.Select(post => post.Slug).ShouldBe(["nova-en-engagement-brief", "nova-en-sop-incident"], ignoreOrder: true);
        (await ops.DoAsync("publish", "-e", "nova")).ShouldContain("0 published or put into the bin, 2 unchanged");

        site.Posts.Single(post => post.Slug == "nova-en-engagement-brief").Content += "<p>By hand.</p>";
        (await ops.DoAsync("publish", "-e", "nova")).ShouldContain("changed in the wiki by people");
        var page = (await ops.JsonAsync("publish", "-e", "nova", "--list"))[0];
        (page.GetProperty("page").GetString(), page.GetProperty("state").GetString()).ShouldBe(("en/engagement-brief", "edited"));
        (await ops.DoAsync("publish", "-e", "nova", "--overwrite", "engagement-brief", "--by", "Anna")).ShouldContain("1 published");
        (await ops.DoAsync("audit", "-e", "nova")).ShouldContain("wiki/en/engagement-brief");
    }

    [Theory]
    [InlineData("names no place to publish to", 1, "")]
    [InlineData("no application password for wiki", 1, "publishing:\n  - {id: wiki, to: wordpress, site: https://wiki.example.com, user: ops}\n")]
    [InlineData("Microsoft Graph is not set up", 1, "publishing:\n  - {id: share, to: drive, drive: anna@example.com, folder: Ops}\n")]
    [InlineData("There are: wiki", 2, "publishing:\n  - {id: wiki, to: wordpress, site: https://wiki.example.com, user: ops}\n", "--to", "wikis")]
    [InlineData("the https address of a WordPress site", 1, "publishing:\n  - {id: wiki, to: wordpress, site: http://10.0.0.5, user: ops}\n")]
    public async Task What_is_missing_is_said(string expected, int exitCode, string yaml, params string[] args)
    {
        await InitAsync("");
        await ops.DoAsync("documents", "-e", "nova", "--kind", "engagement-brief", "--out", Path.Combine(ops.Folder, "out"));
        await File.AppendAllTextAsync(YamlFile, yaml);

        var outcome = await ops.RunAsync(["publish", "-e", "nova", .. args]);

        outcome.Error.ShouldContain(expected);
        outcome.ExitCode.ShouldBe(exitCode);
        site.Requests.ShouldBeEmpty();
    }

    public void Dispose()
    {
        ops.Dispose();
        site.Dispose();
    }

    private string YamlFile => Path.Combine(ops.Home, "engagements", "nova", "engagement.yaml");

    private async Task InitAsync(string yaml)
    {
        await ops.DoAsync("init", "nova", "--name", "Nova", "--lang", "en", "--size", "solo", "--start", "2025-12-01");
        await File.AppendAllTextAsync(YamlFile, "\n" + yaml);
    }
}
