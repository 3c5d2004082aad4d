using OpsAutomation.Ports;

namespace OpsAutomation.Local.Tests.Storage;

public sealed class SqliteStateStoreTests : IDisposable
{
    private static readonly StateKey Deal = new("imports", "deals.csv");
    private readonly TemporaryHome temporary = new();

    [Fact]
    public async Task A_record_is_found_by_its_engagement_collection_and_id()
    {
        using var home = await temporary.OpenAsync();

        await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "{}")]);

        (await home.State.FindAsync(TemporaryHome.Lumen, Deal))!.Value.ShouldBe("{}");
        (await home.State.FindAsync(TemporaryHome.Other, Deal)).ShouldBeNull();
        (await home.State.FindAsync(TemporaryHome.Lumen, Deal with { Collection = "facts" })).ShouldBeNull();
    }

    [Fact]
    public async Task State_outlives_the_process()
    {
        using (var home = await temporary.OpenAsync())
            await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "{\"rows\":1}")]);

        using var again = await temporary.OpenAsync();

        (await again.State.FindAsync(TemporaryHome.Lumen, Deal))!.Value.ShouldBe("{\"rows\":1}");
    }

    [Fact]
    public async Task Inserting_what_is_there_conflicts_and_names_the_record()
    {
        using var home = await temporary.OpenAsync();
        await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "1")]);

        var conflict = await Should.ThrowAsync<StateConflictException>(
            () => home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "2")]));

        conflict.Key.ShouldBe(Deal);
        (await home.State.FindAsync(TemporaryHome.Lumen, Deal))!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task A_change_of_a_version_that_is_no_longer_there_conflicts()
    {
        using var home = await temporary.OpenAsync();
        await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "1")]);
        var read = (await home.State.FindAsync(TemporaryHome.Lumen, Deal))!;
        await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Replace(read, "2")]);

        await Should.ThrowAsync<StateConflictException>(() => home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Replace(read, "3")]));
        await Should.ThrowAsync<StateConflictException>(() => home.State.CommitAsync(TemporaryHome.Lumen, [new(Deal, null, read.ETag)]));
    }

    [Fact]
    public async Task A_record_that_was_removed_and_added_again_is_not_the_one_that_was_read()
    {
        using var home = await temporary.OpenAsync();
        await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "1")]);
        var read = (await home.State.FindAsync(TemporaryHome.Lumen, Deal))!;
        await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Remove(Deal)]);
        await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "1")]);

        await Should.ThrowAsync<StateConflictException>(() => home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Replace(read, "2")]));
    }

    [Fact]
    public async Task A_commit_is_applied_as_a_whole_or_not_at_all()
    {
        using var home = await temporary.OpenAsync();
        await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Insert(Deal, "1")]);

        await Should.ThrowAsync<StateConflictException>(() => home.State.CommitAsync(TemporaryHome.Lumen, [
            StateChange.Insert(new StateKey("imports", "other.csv"), "2"),
            StateChange.Insert(Deal, "2")]));

        (await home.State.FindAsync(TemporaryHome.Lumen, new("imports", "other.csv"))).ShouldBeNull();
    }

    [Fact]
    public async Task Any_text_is_an_id_and_listings_are_ordinal_within_the_prefix()
    {
        using var home = await temporary.OpenAsync();
        string[] ids = ["", "a", "a/b", "a\0b", "a\u00e9", "a\ud83d\ude00", "a\ufffd", "a\ud800", "A", "b' OR 1=1", "a%", "\u202f"];
        await home.State.CommitAsync(TemporaryHome.Lumen, [.. ids.Select(id => StateChange.Insert(new("people", id), $"\"{id.Length}\""))]);

        (await ListAsync(home, "people", "")).ShouldBe(ids.Order(StringComparer.Ordinal));
        (await ListAsync(home, "people", "a")).ShouldBe(ids.Where(id => id.StartsWith('a')).Order(StringComparer.Ordinal));
        (await ListAsync(home, "peoples", "")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Engagements_do_not_see_each_other()
    {
        using var home = await temporary.OpenAsync();
        await home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(Deal, "1")]);
        await home.State.CommitAsync(TemporaryHome.Other, [StateChange.Put(Deal, "2")]);

        await home.State.CommitAsync(TemporaryHome.Other, [StateChange.Remove(Deal)]);

        (await home.State.FindAsync(TemporaryHome.Lumen, Deal))!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task What_no_store_could_hold_is_an_error_of_the_caller()
    {
        using var home = await temporary.OpenAsync();

        await Should.ThrowAsync<ArgumentException>(() => home.State.CommitAsync(TemporaryHome.Lumen, []));
        await Should.ThrowAsync<ArgumentException>(() => home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(Deal, "1"), StateChange.Put(Deal, "2")]));
        await Should.ThrowAsync<ArgumentException>(() => home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(new("Imports", "x"), "1")]));
        await Should.ThrowAsync<ArgumentException>(() => home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(new("imports", new string('x', 257)), "1")]));
        await Should.ThrowAsync<ArgumentException>(() => home.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(Deal, new string('x', 524_289))]));
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

    private static async Task<List<string>> ListAsync(LocalHome home, string collection, string prefix)
    {
        var ids = new List<string>();
        await foreach (var entry in home.State.ListAsync(TemporaryHome.Lumen, collection, prefix))
            ids.Add(entry.Key.Id);
        return ids;
    }

    public void Dispose() => temporary.Dispose();
}
