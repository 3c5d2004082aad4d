using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Feeds;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Feeds;

public sealed class FeedTokensTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private static readonly EngagementId Other = EngagementId.Parse("other");
    private readonly InMemoryStateStore state = new();
    private readonly FeedTokens tokens;

    public FeedTokensTests() => tokens = new(state, new ManualTime());

    [Fact]
    public async Task Each_token_opens_its_own_engagement_until_it_is_revoked()
    {
        var sheets = await tokens.AddAsync(Lumen, "sheets", "anna");
        var power = await tokens.AddAsync(Lumen, "power-bi", null);

        sheets.ShouldMatch("^feed_[A-Za-z0-9_-]{43}$");
        (await tokens.ListAsync(Lumen)).Select(token => token.Name).ShouldBe(["power-bi", "sheets"]);
        (await tokens.OpensAsync(Lumen, sheets)).ShouldBeTrue();
        (await tokens.OpensAsync(Lumen, power)).ShouldBeTrue();
        (await tokens.OpensAsync(Other, sheets)).ShouldBeFalse();

        await tokens.RevokeAsync(Lumen, "sheets", "anna");
        (await tokens.OpensAsync(Lumen, sheets)).ShouldBeFalse();
        (await tokens.OpensAsync(Lumen, power)).ShouldBeTrue();
        string.Equals(await tokens.AddAsync(Lumen, "sheets", null), sheets, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_is_not_kept_and_its_record_opens_nothing_elsewhere()
    {
        var token = await tokens.AddAsync(Lumen, "sheets", null);
        await foreach (var entry in state.ListAsync(Lumen, "feed-tokens"))
        {
            (entry.Key.Id + entry.Value).ShouldNotContain(token);
            await state.CommitAsync(Other, [new(entry.Key, entry.Value, null)]);
        }

        (await tokens.OpensAsync(Other, token)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("feed_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_costs_the_same_look_and_opens_nothing(string? token)
    {
        await tokens.AddAsync(Lumen, "sheets", null);
        foreach (var engagement in new[] { Lumen, Other })
        {
            var before = state.Operations;
            (await tokens.OpensAsync(engagement, token)).ShouldBeFalse();
            (await tokens.OpensAsync(engagement, new string('x', 5000))).ShouldBeFalse();
            (state.Operations - before).ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_name_is_there_once_and_who_made_and_ended_it_is_recorded()
    {
        await tokens.AddAsync(Lumen, "sheets", "anna");
        (await Should.ThrowAsync<OpsException>(() => tokens.AddAsync(Lumen, "sheets", null))).Text.En.ShouldContain("ops feed revoke sheets -e lumen");
        (await Should.ThrowAsync<OpsException>(() => tokens.AddAsync(Lumen, "../x", null))).Kind.ShouldBe(FailureKind.WrongUsage);
        (await Should.ThrowAsync<OpsException>(() => tokens.RevokeAsync(Lumen, "looker", null))).Text.En.ShouldContain("ops feed list -e lumen");
        await tokens.RevokeAsync(Lumen, "sheets", "paul");

        var lines = new List<string>();
        await foreach (var line in new AuditLog(state).ListAsync(Lumen))
            lines.Add($"{line.Actor} {line.Action} {line.Subject}");
        lines.Order(StringComparer.Ordinal).ShouldBe(["anna feed.added sheets", "paul feed.revoked sheets"]);
    }

    [Fact]
    public async Task What_was_made_anew_while_the_name_was_revoked_stays_in_the_list_and_opens()
    {
        await tokens.AddAsync(Lumen, "sheets", null);
        string? anew = null;
        state.BeforeNextCommit = async () =>
        {
            await tokens.RevokeAsync(Lumen, "sheets", "paul");
            anew = await tokens.AddAsync(Lumen, "sheets", "paul");
        };

        (await Should.ThrowAsync<OpsException>(() => tokens.RevokeAsync(Lumen, "sheets", "anna"))).Kind.ShouldBe(FailureKind.Retriable);

        (await tokens.ListAsync(Lumen)).ShouldHaveSingleItem();
        (await tokens.OpensAsync(Lumen, anew)).ShouldBeTrue();
        await tokens.RevokeAsync(Lumen, "sheets", "anna");
        (await tokens.OpensAsync(Lumen, anew)).ShouldBeFalse();
    }
}
