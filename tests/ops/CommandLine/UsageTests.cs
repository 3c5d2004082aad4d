namespace OpsAutomation.Ops.Tests.CommandLine;

public sealed class UsageTests : IDisposable
{
    private readonly OpsRun ops = new();

    [Theory]
    [InlineData("kpi", "set")]
    [InlineData("milestone", "done")]
    public async Task A_word_that_only_gathers_commands_shows_them(string group, string command)
    {
        var outcome = await ops.RunAsync(group);

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBe("");
        outcome.Error.ShouldContain(command);
        outcome.Error.ShouldEndWith($"A command is missing after ops {group}.\n");
    }

    [Theory]
    [InlineData("kpsi", "kpis")]
    [InlineData("imprt", "import")]
    [InlineData("teleport", null)]
    public async Task An_unknown_command_is_wrong_usage_and_the_nearest_one_is_named(string typed, string? nearest)
    {
        var outcome = await ops.RunAsync(typed);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldBe(nearest is null
            ? $"There is no command ops {typed}. See: ops --help\n"
            : $"There is no command ops {typed}. Did you mean {nearest}? See: ops --help\n");
    }

    [Fact]
    public async Task A_mistyped_command_is_what_is_named_and_not_the_options_after_it()
    {
        (await ops.RunAsync("kpsi", "-e", "lumen")).Error.ShouldBe("There is no command ops kpsi. Did you mean kpis? See: ops --help\n");
        (await ops.RunAsync("milestone", "dnoe", "J10", "-e", "lumen")).Error
            .ShouldBe("There is no command ops milestone dnoe. Did you mean done? See: ops milestone --help\n");
    }

    [Theory]
    [InlineData("import", "", "-e", "lumen")]
    [InlineData("kpis", "-e", "lumen", "--home", "")]
    [InlineData("documents", "-e", "lumen", "--out", "")]
    [InlineData("kpis", "-e", "lumen", "--at", "9999-12-31")]
    [InlineData("kpis", "-e", "lumen", "--at", "0001-01-01")]
    public async Task An_empty_value_and_a_day_out_of_the_calendar_are_wrong_usage(params string[] args)
    {
        var outcome = await ops.RunAsync(args);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldNotContain("unexpected");
    }

    [Fact]
    public async Task An_unknown_command_is_told_in_french_where_the_environment_is_french()
    {
        ops.Environment["LC_ALL"] = "fr_FR.UTF-8";

        (await ops.RunAsync("kpsi")).Error.ShouldBe(
            "Il n'y a pas de commande ops kpsi. Vouliez-vous dire kpis\u00a0? Voir\u00a0: ops --help\n");
    }

    [Fact]
    public async Task The_language_asked_for_outranks_the_environment()
    {
        (await ops.RunAsync("kpsi", "--lang", "fr")).Error.ShouldStartWith("Il n'y a pas de commande");
    }

    [Fact]
    public async Task A_required_option_that_is_missing_is_named()
    {
        var outcome = await ops.RunAsync("kpis");

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldBe("-e ENGAGEMENT is missing. See: ops kpis --help\n");
    }

    [Fact]
    public async Task An_argument_that_is_missing_is_named()
    {
        (await ops.RunAsync("import", "-e", "lumen")).Error.ShouldBe("FILE is missing. See: ops import --help\n");
    }

    [Fact]
    public async Task A_mistyped_option_is_not_taken_for_a_text()
    {
        var outcome = await ops.RunAsync("note", "--kpy", "sales.win-rate", "-e", "lumen", "A text");

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldBe("ops note has no option --kpy. Did you mean --kpi? See: ops note --help\n");
    }

    [Theory]
    [InlineData("kpis", "-e", "lumen", "--at")]
    [InlineData("kpis", "-e", "lumen", "--at", "23/11/2026")]
    [InlineData("kpis", "-e", "lumen", "--at", "2026-02-30")]
    [InlineData("kpis", "-e", "lumen", "--at", "2026-02-01", "--at", "2026-02-02")]
    [InlineData("kpis", "-e", "Lumen & Co")]
    [InlineData("kpis", "-e", "lumen", "extra")]
    [InlineData("kpis", "-e", "lumen", "--lang", "de")]
    [InlineData("kpis", "-e", "lumen", "--from", "2026-01-01")]
    [InlineData("kpis", "-e", "lumen", "--from", "2026-02-01", "--to", "2026-01-01")]
    public async Task Wrong_usage_is_exit_code_2_with_a_message_and_nothing_on_standard_output(params string[] args)
    {
        var outcome = await ops.RunAsync(args);

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBe("");
        outcome.Error.ShouldNotBeEmpty();
        Directory.Exists(ops.Home).ShouldBeFalse();
    }

    public void Dispose() => ops.Dispose();
}
