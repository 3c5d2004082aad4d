using OpsAutomation.Kpis.Tasks;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class AssigneeNamesTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData("Inès Caron", "Inès Caron")]
    [InlineData("[Grace Okoro]", "Grace Okoro")]
    [InlineData("[Grace Okoro,Tom Hale]", "Grace Okoro|Tom Hale")]
    [InlineData(" [Grace Okoro, Tom Hale ,] ", "Grace Okoro|Tom Hale")]
    [InlineData("Paul Girod;Lina Ferrand", "Paul Girod|Lina Ferrand")]
    [InlineData("[Caron, Inès; Girod, Paul]", "Caron, Inès|Girod, Paul")]
    [InlineData("Caron, Inès", "Caron, Inès")]
    public void Names_are_read_as_the_tools_write_them(string? assignees, string names) =>
        string.Join('|', AssigneeNames.Of(assignees)).ShouldBe(names);

    [Fact]
    public void A_name_that_is_known_as_a_whole_is_not_taken_apart() =>
        AssigneeNames.Of("Atelier; pose", name => name == "Atelier; pose").ShouldBe(["Atelier; pose"]);
}
