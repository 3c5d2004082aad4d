using OpsAutomation.Conformance;
using OpsAutomation.Local.Sources;
using OpsAutomation.Local.Tests.Storage;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Tests.Sources;

public sealed class FolderDriveTests : DriveConformance, IDisposable
{
    private readonly TemporaryHome temporary = new();
    private int writes;

    [Fact]
    public async Task A_file_that_is_being_copied_waits_and_one_outside_is_never_opened()
    {
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        File.SetLastWriteTimeUtc(Path.Combine(temporary.Folder, "drive/drive-1/Clients/Lumen/a.csv"), temporary.Now.ToDateTimeUtc().AddSeconds(-1));
        var drive = new FolderDrive(temporary.Folder, temporary);

        (await drive.ReadAsync(Lumen, Place, null)).Files.ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentException>(() => drive.OpenAsync(Lumen, Place, "../../ops.db"));
    }

    public void Dispose() => temporary.Dispose();

    protected override Task<IDrive> OpenAsync() => Task.FromResult<IDrive>(new FolderDrive(temporary.Folder, temporary));

    protected override async Task PutAsync(string drive, string path, string content)
    {
        var file = PathOf(drive, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, content);
        File.SetLastWriteTimeUtc(file, temporary.Now.ToDateTimeUtc().AddHours(-10).AddSeconds(++writes));
    }

    protected override Task DeleteAsync(string drive, string path)
    {
        File.Delete(PathOf(drive, path));
        return Task.CompletedTask;
    }

    protected override Task MoveAsync(string drive, string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(drive, to))!);
        Directory.Move(PathOf(drive, from), PathOf(drive, to));
        return Task.CompletedTask;
    }

    private string PathOf(string drive, string path) =>
        Path.Combine([temporary.Folder, "drive", drive.Replace(':', '-').Replace('/', '-'), .. path.Split('/')]);
}
