using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace OpsAutomation.Azure.Tests;

/// <summary>The embedded client of the table service, held against the emulator.</summary>
public sealed class TableClientTests(Azurite azurite)
{
    private static int tables;

    [Fact]
    public async Task Every_type_of_property_comes_back_as_itself()
    {
        var table = await NewTableAsync();
        var moment = new DateTimeOffset(2026, 3, 29, 1, 30, 15, 250, TimeSpan.Zero);
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        await table.AddEntityAsync(new TableEntity("lumen", "types")
        {
            ["Text"] = "l'été 😀 \"q\" \\ \n",
            ["Empty"] = "",
            ["Number"] = -7,
            ["Long"] = 9_007_199_254_740_993,
            ["Whole"] = 2.0,
            ["Fraction"] = 0.1,
            ["NotANumber"] = double.NaN,
            ["Yes"] = true,
            ["Moment"] = moment,
            ["Id"] = id,
            ["Bytes"] = new byte[] { 0, 1, 255 },
            ["Nothing"] = null,
        });

        var read = (await table.GetEntityAsync<TableEntity>("lumen", "types")).Value;

        read.GetString("Text").ShouldBe("l'été 😀 \"q\" \\ \n");
        read.GetString("Empty").ShouldBe("");
        read.GetInt32("Number").ShouldBe(-7);
        read.GetInt64("Long").ShouldBe(9_007_199_254_740_993);
        read.GetDouble("Whole").ShouldBe(2.0);
        read.GetDouble("Fraction").ShouldBe(0.1);
        read.GetDouble("NotANumber").ShouldBe(double.NaN);
        read.GetBoolean("Yes").ShouldBe(true);
        read.GetDateTimeOffset("Moment").ShouldBe(moment);
        read.GetGuid("Id").ShouldBe(id);
        read.GetBinary("Bytes").ShouldBe(new byte[] { 0, 1, 255 });
        read.ContainsKey("Nothing").ShouldBeFalse();
        read.Timestamp.ShouldNotBeNull();
        read.ETag.ToString().ShouldStartWith("W/\"");
    }

    [Theory]
    [InlineData("l'été")]
    [InlineData("''")]
    [InlineData("😀 emoji")]
    [InlineData("a&b=c+d;e,f(g)")]
    [InlineData("%2f 100 %")]
    public async Task Keys_and_filters_take_quotes_and_any_letter(string text)
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new TableEntity(text, text) { ["Name"] = text });
        await table.AddEntityAsync(new TableEntity("other", "other") { ["Name"] = "other" });

        (await table.GetEntityAsync<TableEntity>(text, text)).Value.RowKey.ShouldBe(text);
        (await CountAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {text} and Name eq {text}"))).ShouldBe(1);
    }

    [Fact]
    public async Task Filters_compare_every_type()
    {
        var table = await NewTableAsync();
        var moment = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        await table.AddEntityAsync(new TableEntity("p", "1") { ["N"] = 5, ["L"] = 5_000_000_000, ["D"] = 1.5, ["B"] = true, ["T"] = moment });
        await table.AddEntityAsync(new TableEntity("p", "2") { ["N"] = 6, ["L"] = 6_000_000_000, ["D"] = 2.5, ["B"] = false, ["T"] = moment.AddDays(1) });

        (await CountAsync(table, TableClient.CreateQueryFilter($"N gt {5}"))).ShouldBe(1);
        (await CountAsync(table, TableClient.CreateQueryFilter($"L le {5_000_000_000}"))).ShouldBe(1);
        (await CountAsync(table, TableClient.CreateQueryFilter($"D lt {2.0}"))).ShouldBe(1);
        (await CountAsync(table, TableClient.CreateQueryFilter($"B eq {true}"))).ShouldBe(1);
        (await CountAsync(table, TableClient.CreateQueryFilter($"T ge {moment.AddHours(1)}"))).ShouldBe(1);
    }

    [Fact]
    public async Task The_services_own_errors_come_through()
    {
        var table = await NewTableAsync();
        var entity = new TableEntity("p", "r") { ["V"] = 1 };
        await table.AddEntityAsync(entity);
        var stale = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;
        await table.UpsertEntityAsync(entity, TableUpdateMode.Replace);

        (await FailureAsync(() => table.AddEntityAsync(entity))).ShouldBe((409, "EntityAlreadyExists"));
        (await FailureAsync(() => table.UpdateEntityAsync(entity, stale))).ShouldBe((412, "UpdateConditionNotSatisfied"));
        (await FailureAsync(() => table.DeleteEntityAsync("p", "r", stale))).ShouldBe((412, "UpdateConditionNotSatisfied"));
        (await FailureAsync(() => table.GetEntityAsync<TableEntity>("p", "none"))).ShouldBe((404, "ResourceNotFound"));
        (await FailureAsync(() => Service().GetTableClient("nosuchtable").AddEntityAsync(entity))).ShouldBe((404, "TableNotFound"));
        (await FailureAsync(() => Service().CreateTableAsync(table.Name))).ShouldBe((409, "TableAlreadyExists"));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\u0001b")]
    public async Task Forbidden_keys_are_passed_as_given_and_refused_by_the_service(string key)
    {
        var table = await NewTableAsync();

        (await FailureAsync(() => table.AddEntityAsync(new TableEntity("p", key)))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task What_is_not_there_is_told_without_an_exception_where_it_was_asked_so()
    {
        var table = await NewTableAsync();

        (await table.GetEntityIfExistsAsync<TableEntity>("p", "none")).HasValue.ShouldBeFalse();
        (await table.DeleteEntityAsync("p", "none")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Merge_keeps_and_replace_drops_what_the_new_entity_lacks()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 3 });
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 4 }, merged.ETag, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        (merged.GetInt32("A"), merged.GetInt32("B")).ShouldBe((3, 2));
        (replaced.GetInt32("A"), replaced.GetInt32("B")).ShouldBe((4, null));
    }

    [Fact]
    public async Task A_transaction_that_fails_names_the_step_and_does_nothing()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "taken"));

        var failure = await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, new TableEntity("p", "first 'é'") { ["V"] = "--batch_entity_group\r\n" }),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "second")),
            new(TableTransactionActionType.Add, new TableEntity("p", "taken"))]));

        (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex).ShouldBe((409, TableErrorCode.EntityAlreadyExists.ToString(), 2));
        (await CountAsync(table, "PartitionKey eq 'p'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_transaction_does_every_kind_of_step()
    {
        var table = await NewTableAsync();
        foreach (var key in new[] { "merge", "replace", "delete" })
            await table.AddEntityAsync(new TableEntity("p", key) { ["Old"] = 1 });
        var version = (await table.GetEntityAsync<TableEntity>("p", "merge")).Value.ETag;

        var answers = await table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, new TableEntity("p", "add")),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "merge") { ["New"] = 1 }, version),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "replace") { ["New"] = 1 }),
            new(TableTransactionActionType.Delete, new TableEntity("p", "delete")),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "upsert"))]);

        answers.Value.Count.ShouldBe(5);
        answers.Value[0].Headers.ETag.ShouldNotBeNull();
        (await table.GetEntityAsync<TableEntity>("p", "merge")).Value.GetInt32("Old").ShouldBe(1);
        (await table.GetEntityAsync<TableEntity>("p", "replace")).Value.GetInt32("Old").ShouldBeNull();
        (await CountAsync(table, "PartitionKey eq 'p'")).ShouldBe(4);
    }

    [Fact]
    public async Task A_query_follows_every_page()
    {
        var table = await NewTableAsync();
        for (var batch = 0; batch < 12; batch++)
            await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{batch:00}-{i:00}"))));

        var pages = new List<int>();
        await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: 500).AsPages())
            pages.Add(page.Values.Count);

        pages.ShouldBe([500, 500, 200]);
        (await CountAsync(table, null)).ShouldBe(1_200);
    }

    [Fact]
    public async Task A_shared_key_and_an_entity_of_the_callers_own_class_serve_too()
    {
        var table = await NewTableAsync();
        var byKey = new TableClient(azurite.Tables, table.Name, new TableSharedKeyCredential(Azurite.Account, Azurite.Key));
        await byKey.AddEntityAsync(new Visit { PartitionKey = "p", RowKey = "r", Count = 3, At = DateTimeOffset.UnixEpoch, Total = 5_000_000_000 });

        var visit = (await byKey.GetEntityAsync<Visit>("p", "r")).Value;

        (visit.Count, visit.At, visit.Total, visit.Note).ShouldBe((3, DateTimeOffset.UnixEpoch, 5_000_000_000, null));
    }

    [Theory]
    [InlineData("nonsense", typeof(InvalidOperationException))]
    [InlineData("AccountName=a", typeof(ArgumentException))]
    [InlineData("AccountKey=c2VjcmV0", typeof(ArgumentException))]
    public void A_connection_string_that_cannot_be_used_is_refused_as_the_official_client_does_without_repeating_a_key(string text, Type kind)
    {
        var failure = Should.Throw(() => { _ = new TableServiceClient(text); }, kind);

        failure.Message.ShouldContain("connection string", Case.Insensitive);
        failure.Message.ShouldNotContain("c2VjcmV0");
    }

    private static async Task<int> CountAsync(TableClient table, string? filter)
    {
        var count = 0;
        await foreach (var _ in table.QueryAsync<TableEntity>(filter))
            count++;
        return count;
    }

    private static async Task<(int Status, string? Code)> FailureAsync(Func<Task> action)
    {
        var failure = await Should.ThrowAsync<RequestFailedException>(action);
        return (failure.Status, failure.ErrorCode);
    }

    private TableServiceClient Service() => new(azurite.ConnectionString);

    private async Task<TableClient> NewTableAsync()
    {
        var name = $"table{Interlocked.Increment(ref tables)}";
        await Service().CreateTableAsync(name);
        return Service().GetTableClient(name);
    }

    private sealed class Visit : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public int Count { get; set; }

        public long Total { get; set; }

        public DateTimeOffset At { get; set; }

        public string? Note { get; set; }
    }
}
