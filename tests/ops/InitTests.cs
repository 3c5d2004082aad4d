namespace OpsAutomation.Ops.Tests;

public sealed class InitTests : IDisposable
{
    private readonly OpsRun ops = new();

    [Fact]
    public async Task A_new_engagement_has_a_valid_file_and_the_next_step_is_told()
    {
        var output = await ops.DoAsync("init", "atelier-lumen", "--name", "Atelier Lumen", "--lang", "fr", "--start", "2026-01-05");

        output.ShouldStartWith("Mission atelier-lumen créée\u00a0: ");
        output.ShouldEndWith("  ops import FICHIER -e atelier-lumen\n");
        var yaml = await File.ReadAllTextAsync(Path.Combine(ops.Home, "engagements", "atelier-lumen", "engagement.yaml"));
        yaml.ShouldContain("locale: fr-FR");
        yaml.ShouldContain("Atelier Lumen");
    }

    [Fact]
    public async Task The_home_is_in_the_users_folder_where_none_is_named()
    {
        ops.UsesDefaultHome = true;

        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");

        File.Exists(Path.Combine(ops.Folder, ".opsautomation", "engagements", "lumen", "engagement.yaml")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_option_outranks_the_variable_for_the_home()
    {
        var other = Path.Combine(ops.Folder, "other home");

        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05", "--home", other);

        File.Exists(Path.Combine(other, "engagements", "lumen", "engagement.yaml")).ShouldBeTrue();
        Directory.Exists(ops.Home).ShouldBeFalse();
    }

    [Fact]
    public async Task An_engagement_that_exists_is_left_as_it_is()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        var file = Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml");
        await File.AppendAllTextAsync(file, "# mine\n");

        var outcome = await ops.RunAsync("init", "lumen", "--name", "Other", "--lang", "en", "--start", "2026-01-05");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("There is an engagement lumen in");
        (await File.ReadAllTextAsync(file)).ShouldEndWith("# mine\n");
    }

    [Theory]
    [InlineData("euros", "did you mean EUR?")]
    [InlineData("UER", "did you mean EUR?")]
    [InlineData("GBB", "did you mean GBP?")]
    [InlineData("ZZZ", "write for example EUR, CHF or USD.")]
    public async Task An_unknown_currency_is_refused_with_the_nearest(string typed, string expected)
    {
        var outcome = await ops.RunAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05", "--currency", typed);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldEndWith(expected + "\n");
    }

    [Theory]
    [InlineData("--lang", "en", "--start", "05/01/2026")]
    [InlineData("--lang", "en", "--start", "2026-01-05", "--size", "huge")]
    [InlineData("--lang", "en", "--start", "2026-01-05", "--zone", "Paris")]
    [InlineData("--lang", "en", "--start", "2026-01-05", "--currency", "euro")]
    [InlineData("--lang", "en", "--start", "2026-01-05", "--locale", "fr-FR")]
    [InlineData("--lang", "en")]
    [InlineData("--start", "2026-01-05")]
    public async Task What_is_wrong_is_told_before_anything_is_created(params string[] options)
    {
        var outcome = await ops.RunAsync(["init", "lumen", "--name", "Lumen", .. options]);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldNotBeEmpty();
        Directory.Exists(ops.Home).ShouldBeFalse();
    }

    public void Dispose() => ops.Dispose();
}
