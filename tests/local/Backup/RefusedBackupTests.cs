using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Local.Backup;
using OpsAutomation.Local.Tests.Storage;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Tests.Backup;

/// <summary>What is no good backup is refused, and nothing of it is in the folder afterwards.</summary>
public sealed class RefusedBackupTests : IDisposable
{
    private readonly TemporaryHome home = new();
    private readonly string folder = Directory.CreateTempSubdirectory("ops-refused-").FullName;

    private string Zip => Path.Combine(folder, "home.zip");

    private string Target => Path.Combine(folder, "restored");

    public void Dispose()
    {
        home.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_that_was_cut_short_or_changed_anywhere_is_refused()
    {
        await BackupAsync();
        var whole = await File.ReadAllBytesAsync(Zip);
        for (var part = 0; part < 10; part++)
        {
            await File.WriteAllBytesAsync(Zip, whole[..(whole.Length * part / 10)]);
            await RefusedAsync();
        }

        for (var at = 40; at < whole.Length; at += whole.Length / 25)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x20;
            await File.WriteAllBytesAsync(Zip, changed);
            try
            {
                await HomeRestore.RunAsync(Zip, Target, replace: true, home);
                // A byte that means nothing, such as a date in the zip's own list: every file was as its hash says.
            }
            catch (OpsException refusal)
            {
                refusal.Kind.ShouldBe(FailureKind.Refused);
            }
        }
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("engagements/../../evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("C:/evil.txt")]
    [InlineData("engagements\\..\\..\\evil.txt")]
    [InlineData(".restored/evil.txt")]
    [InlineData(".lock")]
    [InlineData("ops.db-wal")]
    [InlineData("engagements//evil.txt")]
    [InlineData("engagements/./evil.txt")]
    public async Task A_name_that_leads_elsewhere_is_refused_though_the_manifest_says_so_too(string name)
    {
        Write([(name, "evil"u8.ToArray(), null)]);

        await RefusedAsync();

        Directory.GetFiles(folder, "evil*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_archive_that_holds_more_or_less_than_its_manifest_or_something_twice_is_refused()
    {
        Write([("a.txt", [1], null)], extra: "b.txt");
        await RefusedAsync();
        Write([("a.txt", [1], null)], missing: "b.txt");
        await RefusedAsync();
        Write([("a.txt", [1], null), ("A.TXT", [1], null)]);
        await RefusedAsync();
        Write([("a.txt", [1], new string('0', 64))]);
        await RefusedAsync();
        Write([("secrets.json", "{}"u8.ToArray(), null)]);
        await RefusedAsync();
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_a_multiple_of_what_homes_do_is_refused_before_it_is_unpacked()
    {
        Write([("zeros.bin", new byte[400 * 1024 * 1024], null)]);

        await RefusedAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is a letter, not a backup.")]
    public async Task What_is_no_zip_is_refused(string text)
    {
        await File.WriteAllTextAsync(Zip, text);

        await RefusedAsync();
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused()
    {
        Write([("a.txt", [1], null)], schema: 99);

        (await RefusedAsync()).Text.En.ShouldContain("made by a newer version of ops");
    }

    private async Task<OpsException> RefusedAsync()
    {
        var refusal = await Should.ThrowAsync<OpsException>(() => HomeRestore.RunAsync(Zip, Target, replace: false, home));
        refusal.Kind.ShouldBe(FailureKind.Refused);
        if (Directory.Exists(Target))
        {
            // Locks mean nothing by themselves; what was unpacked until then is swept by whoever comes next.
            (await LocalHome.OpenAsync(Target, home)).Dispose();
            Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName).Except([".lock", ".serving", ".unfinished"], StringComparer.Ordinal).ShouldBeEmpty();
        }

        return refusal;
    }

    private async Task BackupAsync()
    {
        using var open = await home.OpenAsync();
        await open.Engagements.CreateAsync(TemporaryHome.Lumen, "id: atelier-lumen");
        await open.Blobs.WriteAsync(TemporaryHome.Lumen, "uploads/a.bin", (stream, token) => stream.WriteAsync(RandomNumberGenerator.GetBytes(50_000), token).AsTask());
        await open.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(new("notes", "one"), "1")]);
        await HomeBackup.RunAsync(open, Zip, withSecrets: false, home);
    }

    private void Write((string Name, byte[] Content, string? Hash)[] files, string? extra = null, string? missing = null, int schema = 2)
    {
        File.Delete(Zip);
        using var zip = ZipFile.Open(Zip, ZipArchiveMode.Create);
        var lines = new List<string>();
        foreach (var (name, content, hash) in files)
        {
            using (var stream = zip.CreateEntry(name).Open())
                stream.Write(content);
            lines.Add(Line(name, content.Length, hash ?? Convert.ToHexStringLower(SHA256.HashData(content))));
        }

        if (extra is not null)
            zip.CreateEntry(extra);
        if (missing is not null)
            lines.Add(Line(missing, 0, Convert.ToHexStringLower(SHA256.HashData([]))));
        using var manifest = zip.CreateEntry("manifest.json").Open();
        manifest.Write(Encoding.UTF8.GetBytes(
            $$"""{"format":"opsautomation-home-1","schema":{{schema}},"taken":"2026-11-20T08:00:00Z","hasSecrets":false,"files":[{{string.Join(',', lines)}}]}"""));
    }

    private static string Line(string name, long length, string hash) =>
        $$"""{"path":"{{name.Replace("\\", "\\\\", StringComparison.Ordinal)}}","length":{{length}},"sha256":"{{hash}}","modified":"2026-11-20T08:00:00Z"}""";
}
