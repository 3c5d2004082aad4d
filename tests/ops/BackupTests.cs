using System.IO.Compression;
using NodaTime;
using OpsAutomation.Ops.Tests.EndToEnd;

namespace OpsAutomation.Ops.Tests;

public sealed class BackupTests : IDisposable
{
    private readonly OpsRun ops = new();

    public BackupTests()
    {
        Directory.CreateDirectory(ops.Home);
        ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Schema", "Files", "home-of-version-1.zip"), ops.Home);
        // A Monday, after the hour of all digests.
        ops.Time.Now = Instant.FromUtc(2026, 11, 23, 12, 0);
    }

    private string Zip => Path.Combine(ops.Folder, "backup.zip");

    private string Other => Path.Combine(ops.Folder, "other");

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task A_home_restored_elsewhere_gives_the_same_figures()
    {
        (await ops.DoAsync("backup", Zip)).ShouldContain("Without secrets");

        (await ops.DoAsync("restore", Zip, "--home", Other)).ShouldContain("ops release --as-sent");

        foreach (var engagement in new[] { "kestrel", "studio-mareva", "ferme-pico" })
        {
            foreach (var command in new string[][] { ["kpis", "-e", engagement, "--at", "2026-11-16", "--json"], ["milestones", "-e", engagement, "--at", "2026-11-16"], ["audit", "-e", engagement] })
                (await ops.DoAsync([.. command, "--home", Other])).ShouldBe(await ops.DoAsync(command));
        }
    }

    [Fact]
    public async Task Nothing_leaves_a_restored_home_until_a_person_has_said_what_left_and_what_left_does_not_leave_again()
    {
        await ops.DoAsync("backup", Zip);
        // The digest leaves after the backup.
        await ops.DoAsync("run", "-e", "kestrel");
        Mails(ops.Home).ShouldBe(2);
        await ops.DoAsync("restore", Zip, "--home", Other);

        foreach (var command in new string[][] { ["run", "-e", "kestrel"], ["digest", "-e", "kestrel", "--send"], ["serve", "--port", "0"] })
        {
            var outcome = await ops.RunAsync([.. command, "--home", Other]);
            outcome.ExitCode.ShouldBe(1);
            outcome.Error.ShouldContain("was restored from a backup");
        }

        (await ops.RunAsync("release", "--home", Other)).ExitCode.ShouldBe(2);
        (await ops.DoAsync("release", "--as-sent", "--by", "laura", "--home", Other)).ShouldContain("counts as sent");
        await ops.DoAsync("run", "-e", "kestrel", "--home", Other);
        Mails(Other).ShouldBe(1);
        ops.Time.Now += Duration.FromDays(7);
        await ops.DoAsync("run", "-e", "kestrel", "--home", Other);
        Mails(Other).ShouldBe(2);
        (await ops.DoAsync("release", "--as-sent", "--home", Other)).ShouldContain("not held back");
    }

    [Fact]
    public async Task Where_nothing_left_since_what_is_due_leaves()
    {
        await ops.DoAsync("backup", Zip);
        await ops.DoAsync("restore", Zip, "--home", Other);

        await ops.DoAsync("release", "--as-unsent", "--home", Other);

        await ops.DoAsync("run", "-e", "kestrel", "--home", Other);
        Mails(Other).ShouldBe(2);
    }

    [Fact]
    public async Task Killed_anywhere_a_backup_is_whole_or_not_there_and_a_restore_too()
    {
        await ops.DoAsync("kpis", "-e", "kestrel");
        var figures = await ops.DoAsync("kpis", "-e", "kestrel", "--at", "2026-11-16", "--json");
        for (var round = 0; round < 6; round++)
        {
            File.Delete(Zip);
            await KilledAsync(TimeSpan.FromMilliseconds(150 + (round * 60)), "backup", Zip);
            if (!File.Exists(Zip))
                await ops.DoAsync("backup", Zip);
            await KilledAsync(TimeSpan.FromMilliseconds(150 + (round * 60)), "restore", Zip, "--home", Other, "--replace");
            if (!File.Exists(Path.Combine(Other, "ops.db")) && !Directory.Exists(Path.Combine(Other, ".restored")))
                await ops.DoAsync("restore", Zip, "--home", Other, "--replace");
            (await ops.DoAsync("kpis", "-e", "kestrel", "--at", "2026-11-16", "--json", "--home", Other)).ShouldBe(figures);
        }
    }

    [Fact]
    public async Task A_storage_account_is_not_backed_up_by_this()
    {
        ops.Environment["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";

        foreach (var command in new string[][] { ["backup", Zip], ["restore", Zip], ["release", "--as-sent"] })
            (await ops.RunAsync(command)).ExitCode.ShouldBe(2);
    }

    private async Task KilledAsync(TimeSpan after, params string[] command)
    {
        using var process = OpsProcess.Start(ops.Home, ops.Environment, command);
        await Task.Delay(after);
        await process.KillAsync();
    }

    private static int Mails(string home) => Directory.GetFiles(Path.Combine(home, "outbox", "kestrel"), "*.eml").Length;
}
