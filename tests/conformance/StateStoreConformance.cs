using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Conformance;

/// <summary>What every state store keeps: the same tests run on each adapter.</summary>
public abstract class StateStoreConformance
{
    private static readonly StateKey Deal = new("imports", "deals.csv");
    private int engagements;

    protected abstract Task<IStateStore> OpenAsync();

    [Fact]
    public async Task A_record_is_found_by_its_engagement_collection_and_id()
    {
        var (store, lumen) = await NewAsync();
        await store.CommitAsync(lumen, [StateChange.Insert(Deal, """{"rows":1,"name":"été 😀"}""")]);

        (await store.FindAsync(lumen, Deal))!.Value.ShouldBe("""{"rows":1,"name":"été 😀"}""");
        (await store.FindAsync(NewEngagement(), Deal)).ShouldBeNull();
        (await store.FindAsync(lumen, Deal with { Collection = "facts" })).ShouldBeNull();
    }

    [Fact]
    public async Task What_belongs_to_no_engagement_has_a_partition_of_its_own()
    {
        var (store, lumen) = await NewAsync();
        var key = new StateKey("dead-letters", lumen.Value);

        await store.CommitAsync(EngagementId.App, [StateChange.Put(key, "1")]);

        (await store.FindAsync(EngagementId.App, key))!.Value.ShouldBe("1");
        (await store.FindAsync(lumen, key)).ShouldBeNull();
    }

    [Fact]
    public async Task Inserting_what_is_there_conflicts_and_names_the_record()
    {
        var (store, lumen) = await NewAsync();
        await store.CommitAsync(lumen, [StateChange.Insert(Deal, "1")]);

        var conflict = await Should.ThrowAsync<StateConflictException>(() => store.CommitAsync(lumen, [StateChange.Insert(Deal, "2")]));

        conflict.Key.ShouldBe(Deal);
        (await store.FindAsync(lumen, Deal))!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task A_change_of_a_version_that_is_no_longer_there_conflicts()
    {
        var (store, lumen) = await NewAsync();
        await store.CommitAsync(lumen, [StateChange.Insert(Deal, "1")]);
        var read = (await store.FindAsync(lumen, Deal))!;
        await store.CommitAsync(lumen, [StateChange.Replace(read, "2")]);

        await Should.ThrowAsync<StateConflictException>(() => store.CommitAsync(lumen, [StateChange.Replace(read, "3")]));
        await Should.ThrowAsync<StateConflictException>(() => store.CommitAsync(lumen, [new(Deal, null, read.ETag)]));
        (await store.FindAsync(lumen, Deal))!.Value.ShouldBe("2");
    }

    [Fact]
    public async Task A_version_from_a_listing_serves_for_a_change()
    {
        var (store, lumen) = await NewAsync();
        await store.CommitAsync(lumen, [StateChange.Insert(Deal, "1")]);
        var read = (await ListAsync(store, lumen, "imports"))[0];

        await store.CommitAsync(lumen, [StateChange.Replace(read, "2")]);

        (await store.FindAsync(lumen, Deal))!.Value.ShouldBe("2");
    }

    [Fact]
    public async Task A_record_that_was_removed_and_added_again_is_not_the_one_that_was_read()
    {
        var (store, lumen) = await NewAsync();
        await store.CommitAsync(lumen, [StateChange.Insert(Deal, "1")]);
        var read = (await store.FindAsync(lumen, Deal))!;
        await store.CommitAsync(lumen, [StateChange.Remove(Deal)]);
        await store.CommitAsync(lumen, [StateChange.Insert(Deal, "1")]);

        await Should.ThrowAsync<StateConflictException>(() => store.CommitAsync(lumen, [StateChange.Replace(read, "2")]));
    }

    [Fact]
    public async Task A_commit_is_applied_as_a_whole_or_not_at_all()
    {
        var (store, lumen) = await NewAsync();
        await store.CommitAsync(lumen, [StateChange.Insert(Deal, "1")]);

        var conflict = await Should.ThrowAsync<StateConflictException>(() => store.CommitAsync(lumen, [
            StateChange.Insert(new StateKey("imports", "other.csv"), "2"),
            StateChange.Remove(new StateKey("imports", "never.csv")),
            StateChange.Insert(Deal, "2")]));

        conflict.Key.ShouldBe(Deal);
        (await store.FindAsync(lumen, new("imports", "other.csv"))).ShouldBeNull();
    }

    [Fact]
    public async Task Removing_what_is_not_there_is_no_conflict_and_the_rest_is_done()
    {
        var (store, lumen) = await NewAsync();

        await store.CommitAsync(lumen, [
            StateChange.Remove(new StateKey("imports", "one")),
            StateChange.Put(Deal, "1"),
            StateChange.Remove(new StateKey("imports", "two"))]);
        await store.CommitAsync(lumen, [StateChange.Remove(new StateKey("imports", "one"))]);

        (await store.FindAsync(lumen, Deal))!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task Any_text_is_an_id_and_listings_are_ordinal_within_the_prefix()
    {
        var (store, lumen) = await NewAsync();
        string[] ids =
        [
            "a", "a/b", "a\\b", "a#?b", "a%2fb", "a+b", "a!b", "a!!", "a\0b", "a\u0085", "a\u00e9", "a\ud83d\ude00", "a\ufffd", "a\ud800", "a\uffff", "A", "b' OR 1=1", "a%", "\u202f",
            new string('/', 256), new string('a', 256), "a" + new string('/', 255), "a" + new string('/', 254) + "#",
        ];
        await store.CommitAsync(lumen, [.. ids.Select((id, index) => StateChange.Insert(new("people", id), $"{index}"))]);

        (await ListAsync(store, lumen, "people")).Select(entry => entry.Key.Id).ShouldBe(ids.Order(StringComparer.Ordinal));
        (await ListAsync(store, lumen, "people", "a")).Select(entry => entry.Key.Id).ShouldBe(ids.Where(id => id.StartsWith('a')).Order(StringComparer.Ordinal));
        (await ListAsync(store, lumen, "people", "a/")).Select(entry => entry.Key.Id).ShouldBe(ids.Where(id => id.StartsWith("a/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        (await ListAsync(store, lumen, "peoples")).ShouldBeEmpty();
        foreach (var (id, index) in ids.Select((id, index) => (id, index)))
            (await store.FindAsync(lumen, new("people", id)))!.Value.ShouldBe($"{index}");
    }

    [Fact]
    public async Task A_thousand_records_and_more_are_listed_over_all_pages()
    {
        var (store, lumen) = await NewAsync();
        for (var batch = 0; batch < 11; batch++)
            await store.CommitAsync(lumen, [.. Enumerable.Range(batch * 100, 100).Select(i => StateChange.Insert(new("snapshots", $"{i:0000}"), $"{i}"))]);

        var listed = await ListAsync(store, lumen, "snapshots");

        listed.Select(entry => entry.Value).ShouldBe(Enumerable.Range(0, 1_100).Select(i => $"{i}"));
    }

    [Fact]
    public async Task Engagements_do_not_see_each_other()
    {
        var (store, lumen) = await NewAsync();
        var other = NewEngagement();
        await store.CommitAsync(lumen, [StateChange.Put(Deal, "1")]);
        await store.CommitAsync(other, [StateChange.Put(Deal, "2")]);

        await store.CommitAsync(other, [StateChange.Remove(Deal)]);

        (await store.FindAsync(lumen, Deal))!.Value.ShouldBe("1");
        (await ListAsync(store, other, "imports")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_no_store_could_hold_is_an_error_of_the_caller()
    {
        var (store, lumen) = await NewAsync();

        await Should.ThrowAsync<ArgumentException>(() => store.CommitAsync(lumen, []));
        await Should.ThrowAsync<ArgumentException>(() => store.CommitAsync(lumen, [.. Enumerable.Range(0, 101).Select(i => StateChange.Put(new("imports", $"{i}"), "1"))]));
        await Should.ThrowAsync<ArgumentException>(() => store.CommitAsync(lumen, [StateChange.Put(Deal, "1"), StateChange.Put(Deal, "2")]));
        await Should.ThrowAsync<ArgumentException>(() => store.CommitAsync(lumen, [StateChange.Put(new("Imports", "x"), "1")]));
        await Should.ThrowAsync<ArgumentException>(() => store.CommitAsync(lumen, [StateChange.Put(new("imports", new string('x', 257)), "1")]));
        await Should.ThrowAsync<ArgumentException>(() => store.CommitAsync(lumen, [StateChange.Put(Deal, new string('x', 524_289))]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60_000)]
    [InlineData(524_288)]
    public async Task A_record_of_any_size_up_to_the_limit_comes_back_whole(int characters)
    {
        var (store, lumen) = await NewAsync();
        var value = string.Concat(Enumerable.Range(0, characters).Select(i => (char)(i % 7 == 0 ? 'é' : 'a' + (i % 26))));

        await store.CommitAsync(lumen, [StateChange.Put(Deal, value)]);
        await store.CommitAsync(lumen, [StateChange.Put(Deal, value)]);

        (await store.FindAsync(lumen, Deal))!.Value.ShouldBe(value);
        (await ListAsync(store, lumen, "imports"))[0].Value.ShouldBe(value);
    }

    [Fact]
    public async Task Large_records_of_one_commit_are_kept_together()
    {
        var (store, lumen) = await NewAsync();
        var value = new string('b', 500_000);

        await store.CommitAsync(lumen, [.. Enumerable.Range(0, 9).Select(i => StateChange.Put(new("large", $"{i}"), value))]);

        (await ListAsync(store, lumen, "large")).Count(entry => entry.Value == value).ShouldBe(9);
    }

    [Fact]
    public async Task Of_many_who_insert_the_same_record_at_once_one_succeeds()
    {
        var (store, lumen) = await NewAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await store.CommitAsync(lumen, [StateChange.Insert(Deal, $"{i}")]);
                return true;
            }
            catch (StateConflictException)
            {
                return false;
            }
        }));

        outcomes.Count(won => won).ShouldBe(1);
    }

    private static async Task<List<StateEntry>> ListAsync(IStateStore store, EngagementId engagement, string collection, string prefix = "")
    {
        var entries = new List<StateEntry>();
        await foreach (var entry in store.ListAsync(engagement, collection, prefix))
            entries.Add(entry);
        return entries;
    }

    private async Task<(IStateStore Store, EngagementId Engagement)> NewAsync() => (await OpenAsync(), NewEngagement());

    // Adapters that share an account across tests tell tests apart by the engagement.
    private EngagementId NewEngagement() => EngagementId.Parse($"e{GetHashCode():x8}-{engagements++}");
}
