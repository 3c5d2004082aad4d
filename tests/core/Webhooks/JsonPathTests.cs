using System.Text.Json;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("$.a", "1")]
    [InlineData("$.b.c_d[1].é", "\"found\"")]
    [InlineData("$['b']['c_d'][1][\"é\"]", "\"found\"")]
    [InlineData("$['two words']", "2")]
    [InlineData("$", null)]
    [InlineData("$.nothing", null)]
    [InlineData("$.a.b", null)]
    [InlineData("$.b.c_d[2]", null)]
    [InlineData("$.empty", null)]
    public void A_path_finds_one_value_or_none(string path, string? expected)
    {
        using var document = JsonDocument.Parse("""{"a":1,"b":{"c_d":[0,{"é":"found"}]},"two words":2,"empty":null}""");

        var found = JsonPath.Parse(path).Find(document.RootElement);

        (path == "$" ? null : found?.GetRawText()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("$a")]
    [InlineData("$.")]
    [InlineData("$..a")]
    [InlineData("$.*")]
    [InlineData("$[a]")]
    [InlineData("$[-1]")]
    [InlineData("$['a]")]
    public void What_names_no_one_value_is_no_path(string text) => JsonPath.TryParse(text).ShouldBeNull();
}
