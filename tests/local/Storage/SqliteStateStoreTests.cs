using OpsAutomation.Conformance;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Tests.Storage;

public sealed class SqliteStateStoreTests : StateStoreConformance, IDisposable
{
    private static readonly StateKey Deal = new("imports", "deals.csv");
    private readonly TemporaryHome temporary = new();
    private LocalHome? opened;

    [Fact]
    public async Task State_outlives_the_process()
    {
        using (var home = await temporary.OpenAsync())
            await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "{\"rows\":1}")]);

        using var again = await temporary.OpenAsync();

        (await again.State.FindAsync(TemporaryHome.Lumen, Deal))!.Value.ShouldBe("{\"rows\":1}");
    }

    [Fact]
    public async Task A_damaged_file_is_told_with_its_path_and_left_alone()
    {
        var file = Path.Combine(temporary.Folder, "ops.db");
        await File.WriteAllTextAsync(file, new string('#', 5000));
        using var home = await temporary.OpenAsync();

        var failure = await Should.ThrowAsync<OpsException>(() => home.State.FindAsync(TemporaryHome.Lumen, Deal));

        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Text.En.ShouldContain(file);
        (await File.ReadAllTextAsync(file)).ShouldBe(new string('#', 5000));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_file_beside_facts_is_refused_again_and_again(bool missing)
    {
        using (var home = await temporary.OpenAsync())
        {
            await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "{}")]);
            await home.Blobs.WriteAsync(TemporaryHome.Lumen, "facts/deal.facts", (stream, token) => stream.WriteAsync(new byte[1], token).AsTask());
        }

        foreach (var file in Directory.EnumerateFiles(temporary.Folder, "ops.db*"))
            File.Delete(file);
        if (!missing)
            await File.WriteAllTextAsync(Path.Combine(temporary.Folder, "ops.db"), "");

        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var home = await temporary.OpenAsync();
            var failure = await Should.ThrowAsync<OpsException>(() => home.State.FindAsync(TemporaryHome.Lumen, Deal));
            failure.Kind.ShouldBe(FailureKind.Refused);
            failure.Text.En.ShouldContain("Restore the file from a backup");
        }
    }

    private static async Task<List<string>> ListAsync(LocalHome home, string collection, string prefix)
    {
        var ids = new List<string>();
        await foreach (var entry in home.State.ListAsync(TemporaryHome.Lumen, collection, prefix))
            ids.Add(entry.Key.Id);
        return ids;
    }

    public void Dispose()
    {
        opened?.Dispose();
        temporary.Dispose();
    }

    protected override async Task<IStateStore> OpenAsync() => (opened = await temporary.OpenAsync()).State;
}
