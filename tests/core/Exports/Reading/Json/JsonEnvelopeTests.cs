namespace OpsAutomation.Core.Tests.Exports.Reading.Json;

public class JsonEnvelopeTests
{
    [Theory]
    [InlineData("""{"results":[{"id":"1","properties":{"dealname":"A","amount":"5"},"archived":false}],"paging":{"next":{"after":"1"}}}""")]
    [InlineData("""{"data":[{"id":"1","attributes":{"dealname":"A","amount":"5"},"archived":false}],"links":{"next":"u"},"meta":{"total":1}}""")]
    [InlineData("""{"records":[{"id":"1","fields":{"dealname":"A","amount":"5"},"archived":false}],"offset":"itr"}""")]
    [InlineData("""{"data":{"deals":{"edges":[{"node":{"id":"1","dealname":"A","amount":"5","archived":false}}],"pageInfo":{"hasNextPage":false}}}}""")]
    public void Fields_in_an_object_of_their_own_have_their_own_names(string json)
    {
        var table = Read.Table(json, "answer.json");

        table.Header.ShouldBe(["id", "dealname", "amount", "archived"]);
        table.Lines().ShouldBe(["1|A|5|false"]);
    }

    [Fact]
    public void A_name_that_the_record_has_already_keeps_its_wrapping() =>
        Read.Table("""[{"id":"1","type":"deals","attributes":{"type":"new","name":"A"}}]""").Header.ShouldBe(["id", "type", "attributes.type", "name"]);

    [Fact]
    public void What_describes_a_record_of_salesforce_stays_apart() =>
        Read.Table("""{"totalSize":1,"records":[{"attributes":{"type":"Opportunity","url":"u"},"Id":"1"}]}""").Header.ShouldBe(["attributes.type", "attributes.url", "Id"]);

    [Theory]
    [InlineData("""[{"results":[{"id":1},{"id":2}],"paging":{"next":{"after":"2"}}},{"total":3,"results":[{"id":3}]}]""", "json")]
    [InlineData("""
        {"results":[{"id":1},{"id":2}],"paging":{"next":{"after":"2"}}}
        {"results":[{"id":3}]}
        """, "jsonl")]
    public void Pages_one_behind_the_other_are_one_list(string json, string format)
    {
        var table = Read.Table(json, "pages.json");

        table.Format.ShouldBe(format);
        table.Lines().ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public void Records_that_hold_a_list_of_their_own_are_no_pages() =>
        Read.Table("""[{"number":"F-1","items":[{"sku":"a"},{"sku":"b"}]},{"number":"F-2","items":[{"sku":"c"}]}]""").Lines().ShouldBe(["F-1|a;b", "F-2|c"]);
}
