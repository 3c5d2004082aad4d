namespace OpsAutomation.Local.Tests.Storage;

public sealed class HomeLockTests : IDisposable
{
    private readonly TemporaryHome temporary = new();

    [Fact]
    public async Task A_home_that_is_open_elsewhere_is_refused_as_safe_to_repeat()
    {
        using var first = await temporary.OpenAsync();

        var failure = await Should.ThrowAsync<OpsException>(() => temporary.OpenAsync(TimeSpan.FromMilliseconds(120)));

        failure.Kind.ShouldBe(FailureKind.Retriable);
        failure.Text.En.ShouldContain(temporary.Folder);
        failure.Text.Fr.ShouldContain("Une autre commande ops travaille dans");
    }

    [Fact]
    public async Task A_home_is_free_again_when_it_is_closed()
    {
        (await temporary.OpenAsync()).Dispose();

        using var second = await temporary.OpenAsync();

        second.Folder.ShouldBe(temporary.Folder);
    }

    [Fact]
    public async Task A_waiting_command_goes_on_when_the_other_one_ends()
    {
        var first = await temporary.OpenAsync();
        var waiting = temporary.OpenAsync(TimeSpan.FromSeconds(30));
        waiting.IsCompleted.ShouldBeFalse();

        first.Dispose();

        using var second = await waiting;
        second.Folder.ShouldBe(temporary.Folder);
    }

    [Fact]
    public async Task Another_process_keeps_the_home_until_it_is_killed()
    {
        using var other = WriterProcess.Start("hold", temporary.Folder);
        other.ReadLine().ShouldBe("held");
        await Should.ThrowAsync<OpsException>(() => temporary.OpenAsync());

        other.Kill();

        using var home = await temporary.OpenAsync(TimeSpan.FromSeconds(5));
        home.Folder.ShouldBe(temporary.Folder);
    }

    [Fact]
    public async Task A_second_process_gives_up_with_exit_code_3()
    {
        using var home = await temporary.OpenAsync();
        using var other = WriterProcess.Start("write", temporary.Folder);

        var (exitCode, error) = other.WaitForExit();

        exitCode.ShouldBe(3);
        error.ShouldContain("Another ops command is working in");
    }

    [Fact]
    public async Task A_file_in_place_of_the_home_is_refused()
    {
        var file = Path.Combine(temporary.Folder, "notes.txt");
        await File.WriteAllTextAsync(file, "not a folder");

        var failure = await Should.ThrowAsync<OpsException>(() => LocalHome.OpenAsync(file, temporary));

        failure.Kind.ShouldBe(FailureKind.Refused);
    }

    public void Dispose() => temporary.Dispose();
}
