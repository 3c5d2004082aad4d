using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Tests.CommandLine;

public sealed class NearestNameTests
{
    private static readonly string[] Commands = ["import", "inspect", "init", "kpis", "kpi", "milestones", "milestone", "digest", "documents"];

    [Theory]
    [InlineData("imoprt", "import")]
    [InlineData("insepct", "inspect")]
    [InlineData("KPIS", "kpis")]
    [InlineData("mile", "milestone")]
    [InlineData("docs", null)]
    [InlineData("serve", null)]
    [InlineData("x", null)]
    public void A_slip_of_the_finger_is_understood_and_another_word_is_not(string typed, string? nearest) =>
        NearestName.Of(typed, Commands).ShouldBe(nearest);
}
