using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Conformance;

/// <summary>What every drive keeps: the same tests run on each.</summary>
public abstract class DriveConformance
{
    protected static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");

    protected static DriveOrigin Place => new("drive-1", null, "Clients/Lumen", Subfolders: false);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IDrive> OpenAsync();

    /// <summary>Writes a file of a drive, with its folders.</summary>
    protected abstract Task PutAsync(string drive, string path, string content);

    protected abstract Task DeleteAsync(string drive, string path);

    /// <summary>Renames or moves a file or folder.</summary>
    protected abstract Task MoveAsync(string drive, string from, string to);

    [Fact]
    public async Task The_files_of_a_folder_come_with_their_content_and_no_others()
    {
        var drive = await OpenAsync();
        await PutAsync("drive-1", "top.csv", "no");
        await PutAsync("drive-1", "Clients/other.csv", "no");
        await PutAsync("drive-1", "Clients/Lumen/Old/below.csv", "no");
        await PutAsync("drive-1", "Clients/Lumen/deals.csv", "a;b");
        await PutAsync("drive-1", "Clients/Lumen/Été.csv", "c");
        await PutAsync("drive-2", "Clients/Lumen/elsewhere.csv", "no");

        var (files, _) = await ReadAllAsync(drive, Place, null);

        files.Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(["deals.csv", "Été.csv"]);
        var deals = files.Single(file => file.Name == "deals.csv");
        deals.Length.ShouldBe(3);
        (await TextAsync(drive, Place, deals.Id)).ShouldBe("a;b");
    }

    [Fact]
    public async Task With_subfolders_those_below_come_too()
    {
        var drive = await OpenAsync();
        await PutAsync("drive-1", "Clients/Lumen/deals.csv", "a");
        await PutAsync("drive-1", "Clients/Lumen/2026/11/late.csv", "b");
        await PutAsync("drive-1", "Clients/Lumen2/no.csv", "c");

        var (files, _) = await ReadAllAsync(drive, Place with { Subfolders = true }, null);

        files.Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(["deals.csv", "late.csv"]);
    }

    [Fact]
    public async Task The_top_of_a_drive_is_a_folder_as_well()
    {
        var drive = await OpenAsync();
        await PutAsync("drive-1", "top.csv", "a");
        await PutAsync("drive-1", "Clients/no.csv", "b");

        (await ReadAllAsync(drive, Place with { Folder = "" }, null)).Files.Select(file => file.Name).ShouldBe(["top.csv"]);
    }

    [Fact]
    public async Task After_a_cursor_comes_what_was_added_replaced_renamed_or_moved_in_and_nothing_that_is_gone()
    {
        var drive = await OpenAsync();
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        await PutAsync("drive-1", "Clients/Lumen/gone.csv", "b");
        await PutAsync("drive-1", "Clients/moved.csv", "c");
        var (first, cursor) = await ReadAllAsync(drive, Place, null);
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a2");
        await PutAsync("drive-1", "Clients/Lumen/new.csv", "d");
        await DeleteAsync("drive-1", "Clients/Lumen/gone.csv");
        await MoveAsync("drive-1", "Clients/moved.csv", "Clients/Lumen/moved.csv");

        var (second, _) = await ReadAllAsync(drive, Place, cursor);

        second.Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(["a.csv", "moved.csv", "new.csv"]);
        var (before, after) = (first.Single(file => file.Name == "a.csv"), second.Single(file => file.Name == "a.csv"));
        after.Id.ShouldBe(before.Id);
        (after.Version == before.Version).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_is_moved_in_brings_its_files()
    {
        var drive = await OpenAsync();
        var place = Place with { Subfolders = true };
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        await PutAsync("drive-1", "Elsewhere/2026/11/b.csv", "b");
        var (_, cursor) = await ReadAllAsync(drive, place, null);
        await MoveAsync("drive-1", "Elsewhere/2026", "Clients/Lumen/2026");

        (await ReadAllAsync(drive, place, cursor)).Files.Select(file => file.Name).Any(name => name == "b.csv").ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_of_what_is_there_changes_its_version_by_being_looked_at()
    {
        var drive = await OpenAsync();
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        var (first, _) = await ReadAllAsync(drive, Place, null);

        (await ReadAllAsync(drive, Place, null)).Files.ShouldHaveSingleItem().ShouldBe(first[0]);
    }

    [Fact]
    public async Task Hundreds_of_files_come_whole()
    {
        var drive = await OpenAsync();
        for (var i = 0; i < 450; i++)
            await PutAsync("drive-1", $"Clients/Lumen/{i:000}.csv", "x");

        var (files, _) = await ReadAllAsync(drive, Place, null);

        files.Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 450).Select(i => $"{i:000}.csv"));
    }

    [Fact]
    public async Task A_file_that_is_gone_cannot_be_opened_and_a_missing_folder_is_a_matter_for_a_person()
    {
        var drive = await OpenAsync();
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        var (files, _) = await ReadAllAsync(drive, Place, null);
        await DeleteAsync("drive-1", "Clients/Lumen/a.csv");

        (await drive.OpenAsync(Lumen, Place, files[0].Id, Token)).ShouldBeNull();
        (await Should.ThrowAsync<OpsException>(() => drive.ReadAsync(Lumen, Place with { Folder = "Clients/Missing" }, null, Token))).Kind.ShouldBe(FailureKind.Refused);
    }

    [Fact]
    public async Task A_site_is_a_place_too()
    {
        var drive = await OpenAsync();
        var site = new DriveOrigin(null, "contoso.sharepoint.com:/sites/lumen", "Exports", false);
        await PutAsync("contoso.sharepoint.com:/sites/lumen", "Exports/a.csv", "a");

        (await ReadAllAsync(drive, site, null)).Files.Select(file => file.Name).ShouldBe(["a.csv"]);
    }

    protected static async Task<(IReadOnlyList<DriveFile> Files, string Cursor)> ReadAllAsync(IDrive drive, DriveOrigin place, string? cursor)
    {
        var files = new List<DriveFile>();
        while (true)
        {
            var page = await drive.ReadAsync(Lumen, place, cursor, Token);
            files.AddRange(page.Files);
            cursor = page.Cursor;
            if (!page.HasMore)
                return ([.. files.DistinctBy(file => file.Id, StringComparer.Ordinal)], cursor);
        }
    }

    private static async Task<string> TextAsync(IDrive drive, DriveOrigin place, string file)
    {
        await using var stream = (await drive.OpenAsync(Lumen, place, file, Token))!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Token);
    }
}
