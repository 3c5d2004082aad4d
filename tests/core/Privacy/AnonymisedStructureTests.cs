using System.Text;
using System.Text.Json;
using OpsAutomation.Core.Tests.Exports.Reading;

namespace OpsAutomation.Core.Tests.Privacy;

public sealed class AnonymisedStructureTests
{
    [Fact]
    public void Json_keeps_its_names_numbers_and_blanks()
    {
        var copy = Anonymised.Alike("contacts.json", """
            {
              "results": [
                { "id": "551", "properties": { "email": "zoe@canari.test", "firstname": "Zoé", "lastname": "Canari", "lifecyclestage": "lead", "createdate": "2026-01-02T03:04:05.000Z", "hs_lead_score": 12.50 }, "archived": false },
                { "id": "552", "properties": { "email": null, "firstname": "Jules", "lastname": "Perruche", "lifecyclestage": "customer", "createdate": "2026-01-05T03:04:05.000Z", "hs_lead_score": 3 }, "archived": true }
              ],
              "paging": { "next": { "after": "552", "link": "https://api.hubapi.test/?after=552" } }
            }
            """);

        foreach (var gone in new[] { "anari", "Zoé", "Jules", "erruche", "\"551\"", "hubapi" })
            copy.ShouldNotContain(gone);
        copy.ShouldContain("\"lifecyclestage\": \"lead\", \"createdate\": \"2026-01-02T03:04:05.000Z\", \"hs_lead_score\": 12.50 }, \"archived\": false },\n");
        copy.ShouldContain("\"email\": null");
        using var document = JsonDocument.Parse(copy);
        var contacts = document.RootElement.GetProperty("results");
        document.RootElement.GetProperty("paging").GetProperty("next").GetProperty("after").GetString().ShouldBe(contacts[1].GetProperty("id").GetString());
    }

    [Fact]
    public void Lines_of_json_are_rewritten_each()
    {
        var copy = Anonymised.Alike("charges.jsonl",
            "{\"id\":\"ch_1a\",\"object\":\"charge\",\"amount\":1200,\"currency\":\"eur\",\"created\":1767225600,\"status\":\"succeeded\",\"billing_details\":{\"email\":\"zoe@canari.test\",\"name\":\"Zoé Canari\"}}\n"
            + "{\"id\":\"ch_2b\",\"object\":\"charge\",\"amount\":800,\"currency\":\"eur\",\"created\":1767312000,\"status\":\"succeeded\",\"billing_details\":{\"email\":\"zoe@canari.test\",\"name\":\"Zoé Canari\"}}\n");

        copy.ShouldNotContain("anari");
        copy.ShouldContain("\"amount\":1200,\"currency\":\"eur\",\"created\":1767225600,\"status\":\"succeeded\"");
        copy.Split('\n').Length.ShouldBe(3);
    }

    [Fact]
    public void A_trello_board_keeps_its_lists_and_the_seconds_in_its_ids()
    {
        var copy = Anonymised.Alike("board.json", """
            {"name":"Canari works","lists":[{"id":"l1","name":"Terminé","closed":false}],"labels":[{"id":"b1","name":"Urgent","color":"red"}],
             "members":[{"id":"m1","fullName":"Zoé Canari","username":"zoecanari"}],"actions":[],
             "cards":[{"id":"69f5b6080000000000000173","name":"Call Perruche","desc":"06 12 34 56 78","idList":"l1","idMembers":["m1"],"closed":false,"due":"2026-05-12T16:00:00.000Z","dueComplete":true,"dateLastActivity":"2026-05-11T15:00:00.000Z","labels":[{"id":"b1","name":"Urgent","color":"red"}]}]}
            """);

        foreach (var gone in new[] { "anari", "erruche", "12 34" })
            copy.ShouldNotContain(gone);
        copy.ShouldContain("\"name\":\"Terminé\"");
        copy.ShouldContain("\"69f5b608");
        Read.Table(copy, "board.json").Lines().ShouldHaveSingleItem().ShouldContain("|Terminé|");
    }

    [Fact]
    public void A_workbook_stays_a_workbook_with_its_types_and_nothing_beside_its_cells()
    {
        var rows = Zips.Row(1, "Deal Name", "Deal Stage", "Amount", "Close Date", "Record ID")
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Canari roof</t></is></c><c r=\"B2\" t=\"str\"><f>\"Zoé\"</f><v>Closed Won</v></c><c r=\"C2\" s=\"4\"><f>1+1</f><v>27217.5</v></c><c r=\"D2\" s=\"1\"><v>45352</v></c><c r=\"E2\"><v>8123456</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"inlineStr\"><is><t>Closed Lost</t></is></c><c r=\"C3\" s=\"4\"><v>10</v></c><c r=\"D3\" s=\"1\"><v>45353</v></c><c r=\"E3\"><v>8.123457E6</v></c></row>";
        var original = Zips.Of([.. Zips.WorkbookParts([new Sheet("Deals", rows), new Sheet("Notes", Zips.Row(1, "ask Perruche"), Hidden: true)]), ("docProps/core.xml", "<x>Zoé Canari</x>"), ("xl/comments1.xml", "<x>Perruche</x>")]);

        var copy = Anonymised.Alike("deals.xlsx", original);

        var all = string.Concat(Unzipped(copy));
        foreach (var gone in new[] { "anari", "erruche", "Zoé", "Acm", "8123456" })
            all.ShouldNotContain(gone);
        var lines = Read.Table(copy, "deals.xlsx").Lines();
        lines[0].ShouldMatch("^[A-Z][a-z]{5} [a-z]{4}\\|Closed Won\\|27217.5\\|2024-03-01\\|[1-9][0-9]{6}$");
        lines[1].ShouldMatch("^.+\\|Closed Lost\\|10\\|2024-03-02\\|[1-9][0-9]{6}$");
    }

    private static IEnumerable<string> Unzipped(byte[] bytes)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return entry.FullName + reader.ReadToEnd();
        }
    }
}
