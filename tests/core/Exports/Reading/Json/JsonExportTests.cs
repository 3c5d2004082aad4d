using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Core.Tests.Exports.Reading.Json;

public class JsonExportTests
{
    [Theory]
    [InlineData("[{\"id\":1,\"name\":\"Acmé\"},{\"id\":2.50,\"name\":null,\"won\":true}]", "json")]
    [InlineData("{\"type\":\"list\",\"total\":2,\"pages\":{\"next\":null},\"conversations\":[{\"id\":1,\"name\":\"Acmé\"},{\"id\":2.50,\"name\":null,\"won\":true}]}", "json")]
    [InlineData("{\"data\":{\"things\":[{\"id\":1,\"name\":\"Acmé\"},{\"id\":2.50,\"name\":null,\"won\":true}]}}", "json")]
    [InlineData("{\"id\":1,\"name\":\"Acmé\"}\n{\"id\":2.50,\"name\":null,\"won\":true}\n", "jsonl")]
    public void Finds_the_records(string json, string format)
    {
        var table = Read.Table(json, "export.json");

        table.Format.ShouldBe(format);
        table.Header.ShouldBe(["id", "name", "won"]);
        table.Lines().ShouldBe(["1|Acmé|", "2.5||true"]);
        using var rows = table.OpenRows();
        rows.Read();
        rows.Read();
        rows.Line.ShouldBe(2);
        Enumerable.Range(0, 3).Select(rows.KindOf).ShouldBe([CellKind.Number, CellKind.Text, CellKind.Boolean]);
    }

    [Fact]
    public void Nested_objects_and_lists_are_flattened()
    {
        var table = Read.Table("[{\"id\":\"a\",\"owner\":{\"name\":\"Ann\",\"team\":{\"id\":3}},\"tags\":[\"x\",\"y\"],\"lines\":[{\"n\":1},{\"n\":2}],\"none\":[]}]");

        table.Header.ShouldBe(["id", "owner.name", "owner.team.id", "tags", "lines.n"]);
        table.Lines().ShouldBe(["a|Ann|3|x;y|1;2"]);
    }

    [Fact]
    public void An_element_that_is_no_object_is_a_defect_of_its_own() =>
        Read.Table("[{\"a\":1},7,{\"a\":2}]").Rows().Select(row => row.Defect).ShouldBe([null, RowDefects.NotARecord, null]);

    [Fact]
    public void Malformed_json_says_line_and_position() =>
        Read.Refusal(() => Read.Open("[\n {\"a\":1},\n {\"a\":oops}\n]", "x.json")).Message.ShouldStartWith("x.json, line 3, position 7:");

    [Fact]
    public void Empty_lists_and_no_lists_are_refused()
    {
        Read.Refusal(() => Read.Open("[]")).Message.ShouldContain("empty");
        Read.Refusal(() => Read.Open("{\"results\":[]}")).Message.ShouldContain("empty");
        Read.Refusal(() => Read.Open("[[1,2],[3,4]]")).Message.ShouldContain("no list of records");
    }

    [Fact]
    public void Json_beyond_the_memory_limit_is_refused() =>
        Read.Refusal(() => Read.Open("[{\"a\":\"" + new string('x', 5000) + "\"}]", limits: new ReadingLimits { MaxBytesInMemory = 2000 })).Message.ShouldContain("larger than 2000 bytes");

    [Fact]
    public void A_trello_board_becomes_a_table_of_cards()
    {
        const string board = """
            {"id":"b","name":"Board","lists":[{"id":"l1","name":"À faire","closed":false},{"id":"l2","name":"✅ Terminé","closed":true}],
             "members":[{"id":"m1","fullName":"Ann Dupont","username":"ann"}],
             "labels":[],
             "cards":[
              {"id":"5f1e2d3c4b5a69788796a5b4","name":"First","idList":"l2","closed":false,"due":"2024-03-01T10:00:00.000Z","dueComplete":true,"start":null,"dateLastActivity":"2024-03-02T00:00:00.000Z","labels":[{"name":"urgent","color":"red"},{"name":"","color":"blue"}],"idMembers":["m1"],"url":"https://trello.com/c/1"},
              {"id":"5f1e2d3d4b5a69788796a5b5","name":"Second","idList":"l1","closed":true}],
             "actions":[
              {"type":"updateCard","date":"2024-02-28T09:00:00.000Z","data":{"card":{"id":"5f1e2d3c4b5a69788796a5b4","dueComplete":true}}},
              {"type":"updateCard","date":"2024-02-20T09:00:00.000Z","data":{"card":{"id":"5f1e2d3c4b5a69788796a5b4"},"listAfter":{"id":"l2","name":"✅ Terminé"}}},
              {"type":"updateCard","date":"2024-02-21T09:00:00.000Z","data":{"card":{"id":"5f1e2d3d4b5a69788796a5b5"},"listAfter":{"id":"l2","name":"Terminé"}}},
              {"type":"createCard","date":"2024-02-01T08:00:00.000Z","data":{"card":{"id":"5f1e2d3c4b5a69788796a5b4"}}}]}
            """;

        var table = Read.Table(board, "board.json");

        table.Format.ShouldBe("trello-board");
        table.Header.ShouldBe(["id", "name", "list", "idList", "closed", "due", "dueComplete", "start", "dateLastActivity", "created", "completed", "labels", "members", "url", "listClosed"]);
        table.Lines().ShouldBe(
        [
            "5f1e2d3c4b5a69788796a5b4|First|✅ Terminé|l2|false|2024-03-01T10:00:00.000Z|true||2024-03-02T00:00:00.000Z|2024-02-01T08:00:00.000Z|2024-02-28T09:00:00.000Z|urgent;blue|Ann Dupont|https://trello.com/c/1|true",
            "5f1e2d3d4b5a69788796a5b5|Second|À faire|l1|true||false|||2020-07-27T01:26:21.000Z|||||false",
        ]);
    }

    [Fact]
    public void Half_an_emoji_and_a_quote_at_the_end_of_a_cards_name_are_read() =>
        Read.Table("""{"lists":[{"id":"l","name":"Done"}],"cards":[{"id":"5f1e2d3c4b5a69788796a5b4","name":"\ud83d said \"x\"","idList":"l"}]}""").Lines()
            [0].ShouldContain("|\uFFFD said \"x\"|");

    [Fact]
    public void A_trello_board_without_actions_and_labels_is_read() =>
        Read.Table("{\"lists\":[{\"id\":\"l\",\"name\":\"Done\"}],\"cards\":[{\"id\":\"5f1e2d3c4b5a69788796a5b4\",\"name\":\"x\",\"idList\":\"l\"}]}").Lines()
            .ShouldHaveSingleItem().ShouldStartWith("5f1e2d3c4b5a69788796a5b4|x|Done|l|false||false|||2020-07-27T");
}
