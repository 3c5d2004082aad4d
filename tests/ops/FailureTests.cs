namespace OpsAutomation.Ops.Tests;

public sealed class FailureTests : IDisposable
{
    private readonly OpsRun ops = new();

    [Fact]
    public async Task What_nobody_foresaw_is_a_short_message_and_safe_to_repeat()
    {
        var (exitCode, error) = await RunWithBrokenClockAsync();

        exitCode.ShouldBe(3);
        error.ShouldBe("Something unexpected went wrong (InvalidOperationException). Nothing was half done: run the command again; with OPS_DEBUG=1 it shows the details.\n");
    }

    [Fact]
    public async Task A_developer_may_ask_for_the_details()
    {
        ops.Environment["OPS_DEBUG"] = "1";

        var (_, error) = await RunWithBrokenClockAsync();

        error.ShouldContain("The clock is broken");
        error.ShouldContain("   at ");
    }

    [Fact]
    public async Task An_interrupted_command_says_that_it_can_be_repeated()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "fr", "--start", "2026-01-05");
        using var error = new StringWriter();

        var exitCode = await OpsApp.RunAsync(["kpis", "-e", "lumen"], Host(error, ops.Time), new CancellationToken(canceled: true));

        exitCode.ShouldBe(3);
        error.ToString().ShouldStartWith("Interrupted.");
    }

    private async Task<(int ExitCode, string Error)> RunWithBrokenClockAsync()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        using var error = new StringWriter();
        var exitCode = await OpsApp.RunAsync(["kpis", "-e", "lumen"], Host(error, new BrokenTime()));
        return (exitCode, error.ToString());
    }

    private OpsHost Host(TextWriter error, TimeProvider time) => new()
    {
        Out = TextWriter.Null,
        Error = error,
        Time = time,
        Environment = name => ops.Environment.GetValueOrDefault(name),
        UserFolder = ops.Folder,
    };

    private sealed class BrokenTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("The clock is broken");
    }

    public void Dispose() => ops.Dispose();
}
