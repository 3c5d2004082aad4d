namespace OpsAutomation.Ops.Tests;

/// <summary>A template of the engagement's own that is wrong stops a command before it has written anything.</summary>
public sealed class OwnTemplateTests : IAsyncLifetime
{
    private const string Broken = "---\ntitle: Incident\nowner: relay\n---\n## Steps\n\n{{#each actions}}\n- {{text}}, {{ownr}}\n{{/each}}\n";

    private readonly OpsRun ops = new();

    private string Out => Path.Combine(ops.Folder, "out");

    private string Templates => Path.Combine(ops.Home, "engagements", "nova", "templates");

    public async ValueTask InitializeAsync() => await ops.DoAsync("init", "nova", "--name", "Nova", "--lang", "en", "--start", "2025-12-01");

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_is_written_by_any_command_until_it_is_mended()
    {
        await WriteAsync("en/sop-incident.md", Broken);
        const string place = "Template templates/en/sop-incident.md, line 8, \"{{ownr}}\": there is no such value or helper: did you mean ";

        foreach (string[] command in (string[][])
            [
                ["documents", "-e", "nova", "--out", Out], ["documents", "-e", "nova", "--kind", "sop-incident", "--out", Out], ["documents", "-e", "nova", "--zip", Path.Combine(Out, "pack.zip")],
                ["sop", "propose", "--kind", "sop-incident", "-e", "nova", "--by", "Ann"], ["doctor"],
            ])
        {
            var outcome = await ops.RunAsync(command);
            outcome.ExitCode.ShouldBe(1, string.Join(' ', command));
            (outcome.Error + outcome.Output).ShouldContain(place, Case.Sensitive, string.Join(' ', command));
        }

        Directory.Exists(Out).ShouldBeFalse();
        Directory.Exists(Path.Combine(ops.Home, "engagements", "nova", "documents")).ShouldBeFalse();
        (await ops.JsonAsync("sop", "list", "-e", "nova", "--all")).GetArrayLength().ShouldBe(0);
        // Another document is not held up by it.
        await ops.DoAsync("documents", "-e", "nova", "--kind", "raci", "--out", Out);

        await WriteAsync("en/sop-incident.md", Broken.Replace("ownr", "owner", StringComparison.Ordinal));
        await ops.DoAsync("documents", "-e", "nova", "--out", Out);
        (await File.ReadAllTextAsync(Path.Combine(Out, "en", "sop-incident.md"))).ShouldContain("## Steps");
        (await ops.RunAsync("doctor")).Output.ShouldContain("templates of the engagement's own, all usable: 1");
    }

    [Fact]
    public async Task A_template_that_no_document_would_use_is_found()
    {
        await WriteAsync("en/sop-incidents.md", Broken);

        var outcome = await ops.RunAsync("documents", "-e", "nova", "--out", Out, "--lang", "fr");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("templates/en/sop-incidents.md");
        outcome.Error.ShouldContain("peut-être sop-incident.md");
        Directory.Exists(Out).ShouldBeFalse();
    }

    private Task WriteAsync(string path, string text)
    {
        var file = Path.Combine(Templates, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllTextAsync(file, text);
    }
}
