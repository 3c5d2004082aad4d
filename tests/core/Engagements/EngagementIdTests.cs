using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Engagements;

public sealed class EngagementIdTests
{
    [Fact]
    public void The_partition_of_what_belongs_to_no_engagement_is_no_engagement_that_anybody_can_name()
    {
        EngagementId.App.Value.ShouldBe("_app");
        EngagementId.TryParse("_app", out _).ShouldBeFalse();
    }
}
