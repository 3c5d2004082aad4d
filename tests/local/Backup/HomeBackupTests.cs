using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Local.Backup;
using OpsAutomation.Local.Serving;
using OpsAutomation.Local.Tests.Storage;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Tests.Backup;

public sealed class HomeBackupTests : IDisposable
{
    private readonly TemporaryHome home = new();
    private readonly string folder = Directory.CreateTempSubdirectory("ops-backup-").FullName;

    private string Zip => Path.Combine(folder, "home.zip");

    private string Target => Path.Combine(folder, "restored");

    public void Dispose()
    {
        home.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_is_restored_is_what_was_backed_up_byte_for_byte_and_as_old_as_it_was() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(15),
        Prop.ForAll(
            ArbMap.Default.ArbFor<(byte[] Content, byte Place, ushort Age)[]>(),
            files => RoundTripAsync(files).GetAwaiter().GetResult()));

    [Fact]
    public async Task Secrets_stay_behind_unless_they_are_asked_for_and_then_only_this_account_may_read_them()
    {
        await SecretAsync();
        (await BackupAsync()).HasSecrets.ShouldBeFalse();
        await RestoreAsync();
        File.Exists(Path.Combine(Target, "secrets.json")).ShouldBeFalse();

        File.Delete(Zip);
        (await BackupAsync(withSecrets: true)).HasSecrets.ShouldBeTrue();
        await RestoreAsync(replace: true);

        using var restored = await LocalHome.OpenAsync(Target, home);
        (await restored.Secrets.FindAsync(TemporaryHome.Lumen, "webhook-crm")).ShouldBe(["a secret of a test"]);
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in new[] { Zip, Path.Combine(Target, "secrets.json") })
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_backup_without_secrets_leaves_those_of_the_folder_that_it_replaces()
    {
        await SecretAsync();
        await BackupAsync();

        await HomeRestore.RunAsync(Zip, home.Folder, replace: true, home);

        using var restored = await home.OpenAsync();
        (await restored.Secrets.FindAsync(TemporaryHome.Lumen, "webhook-crm")).ShouldBe(["a secret of a test"]);
    }

    [Fact]
    public async Task What_comes_in_while_it_is_made_is_in_both_databases_or_in_none()
    {
        using var shared = SharedHome.Open(home.Folder, home);
        using var stop = new CancellationTokenSource();
        // As the intake of webhooks: the record, then the message, in no turn of the home.
        var writer = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await shared.Home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(new("notes", $"{number}"), "1")]);
                await shared.Home.Jobs.SendAsync("webhooks", $"{number}");
            }
        });
        for (var round = 0; round < 3; round++)
        {
            await Task.Delay(50);
            File.Delete(Zip);
            await BackupAsync();
            await RestoreAsync(replace: true);
            using var restored = await LocalHome.OpenAsync(Target, home);
            var records = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var entry in restored.State.ListAsync(TemporaryHome.Lumen, "notes"))
                records.Add(entry.Key.Id);
            var messages = await restored.Queues.CountAsync("webhooks", default);
            records.Count.ShouldBeInRange(messages, messages + 1);
        }

        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public async Task A_backup_is_never_written_over_nor_into_the_home_and_a_folder_with_something_in_it_is_left_alone()
    {
        await BackupAsync();
        (await Should.ThrowAsync<OpsException>(() => BackupAsync())).Text.En.ShouldContain("never written over");
        using (var open = await home.OpenAsync())
            (await Should.ThrowAsync<OpsException>(() => HomeBackup.RunAsync(open, Path.Combine(home.Folder, "a.zip"), false, home))).Text.En.ShouldContain("inside the home");
        Directory.CreateDirectory(Target);
        await File.WriteAllTextAsync(Path.Combine(Target, "letter.txt"), "mine");

        (await Should.ThrowAsync<OpsException>(() => RestoreAsync())).Text.En.ShouldContain("is not empty");
        // Nor is a folder that is no home at all replaced by one.
        (await Should.ThrowAsync<OpsException>(() => RestoreAsync(replace: true))).Text.En.ShouldContain("other things than a home");

        Directory.GetFileSystemEntries(Target).ShouldBe([Path.Combine(Target, "letter.txt")]);
    }

    [Fact]
    public async Task A_home_that_an_app_serves_is_not_restored_over()
    {
        await BackupAsync();
        using var shared = SharedHome.Open(home.Folder, home);

        (await Should.ThrowAsync<OpsException>(() => HomeRestore.RunAsync(Zip, home.Folder, replace: true, home))).Text.En.ShouldContain("Stop it, then restore");
    }

    private async Task<bool> RoundTripAsync((byte[] Content, byte Place, ushort Age)[] files)
    {
        using var test = new HomeBackupTests();
        using (var open = await test.home.OpenAsync())
        {
            await open.Engagements.CreateAsync(TemporaryHome.Lumen, "id: atelier-lumen");
            foreach (var (content, place, age) in files)
            {
                var path = $"{(place % 3) switch { 0 => "uploads", 1 => "inbox/été", _ => "documents/fr" }}/{place}.bin";
                await open.Blobs.WriteAsync(TemporaryHome.Lumen, path, (stream, token) => stream.WriteAsync(content, token).AsTask());
                File.SetLastWriteTimeUtc(Path.Combine(test.home.Folder, "engagements", TemporaryHome.Lumen.Value, "blobs", path), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(age));
                await open.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(new("notes", $"é{place}"), $"{age}")]);
                await open.Jobs.SendAsync("exports", $"{age}");
            }
        }

        await test.BackupAsync();
        await test.RestoreAsync();
        var (before, after) = (await test.ContentAsync(test.home.Folder), await test.ContentAsync(test.Target));
        after.ShouldBe(before);
        return true;
    }

    private async Task<List<string>> ContentAsync(string of)
    {
        var lines = new List<string>();
        var engagements = Path.Combine(of, "engagements");
        foreach (var path in Directory.EnumerateFiles(engagements, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            lines.Add($"{Path.GetRelativePath(of, path)} {File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(await File.ReadAllBytesAsync(path))}");
        using var open = await LocalHome.OpenAsync(of, home);
        await foreach (var entry in open.State.ListAsync(TemporaryHome.Lumen, "notes"))
            lines.Add($"{entry.Key.Id} {entry.Value} {entry.ETag}");
        lines.Add($"{await open.Queues.CountAsync("exports", default)}");
        return lines;
    }

    private async Task SecretAsync()
    {
        using var open = await home.OpenAsync();
        await open.Secrets.RotateAsync(TemporaryHome.Lumen, "webhook-crm", "a secret of a test");
    }

    private async Task<BackupResult> BackupAsync(bool withSecrets = false)
    {
        using var open = await home.OpenAsync(TimeSpan.FromSeconds(10));
        return await HomeBackup.RunAsync(open, Zip, withSecrets, home);
    }

    private Task<BackupResult> RestoreAsync(bool replace = false) => HomeRestore.RunAsync(Zip, Target, replace, home);
}
