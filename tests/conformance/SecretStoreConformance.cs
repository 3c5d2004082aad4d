using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Conformance;

/// <summary>What every store of secrets keeps: the same tests run on each adapter.</summary>
public abstract class SecretStoreConformance
{
    private static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");
    private static readonly EngagementId Other = EngagementId.Parse("other-client");

    protected abstract Task<ISecretStore> OpenAsync();

    [Fact]
    public async Task A_name_without_a_secret_has_no_value()
    {
        var store = await OpenAsync();

        (await store.FindAsync(Lumen, "webhook-n8n")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_two_newest_values_are_valid_and_the_newest_comes_first()
    {
        var store = await OpenAsync();

        await store.RotateAsync(Lumen, "webhook-n8n", "first");
        (await store.FindAsync(Lumen, "webhook-n8n")).ShouldBe(["first"]);
        await store.RotateAsync(Lumen, "webhook-n8n", "second é 😀");
        (await store.FindAsync(Lumen, "webhook-n8n")).ShouldBe(["second é 😀", "first"]);
        await store.RotateAsync(Lumen, "webhook-n8n", "third");
        (await store.FindAsync(Lumen, "webhook-n8n")).ShouldBe(["third", "second é 😀"]);
    }

    [Fact]
    public async Task A_secret_belongs_to_one_engagement_and_one_name()
    {
        var store = await OpenAsync();
        await store.RotateAsync(Lumen, "webhook-n8n", "ours");

        (await store.FindAsync(Other, "webhook-n8n")).ShouldBeEmpty();
        (await store.FindAsync(Lumen, "webhook-make")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a", "b-c", "a-b", "c")]
    [InlineData("a", "1-b", "a-1", "b")]
    public async Task Names_that_read_alike_are_kept_apart(string engagement, string name, string otherEngagement, string otherName)
    {
        var store = await OpenAsync();
        await store.RotateAsync(EngagementId.Parse(engagement), name, "one");
        await store.RotateAsync(EngagementId.Parse(otherEngagement), otherName, "other");

        (await store.FindAsync(EngagementId.Parse(engagement), name)).ShouldBe(["one"]);
        (await store.FindAsync(EngagementId.Parse(otherEngagement), otherName)).ShouldBe(["other"]);
    }

    [Fact]
    public async Task A_removed_secret_has_no_value_and_its_name_can_be_used_again()
    {
        var store = await OpenAsync();
        await store.RotateAsync(Lumen, "links", "first");
        await store.RotateAsync(Lumen, "links", "second");

        await store.RemoveAsync(Lumen, "links");
        (await store.FindAsync(Lumen, "links")).ShouldBeEmpty();
        await store.RemoveAsync(Lumen, "links");
        await store.RotateAsync(Lumen, "links", "third");
        (await store.FindAsync(Lumen, "links")).ShouldBe(["third"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Webhook")]
    [InlineData("webhook/n8n")]
    [InlineData("webhook.n8n")]
    [InlineData("a-name-that-is-longer-than-the-fifty-characters-it-may-have")]
    public async Task A_name_that_not_every_store_could_keep_is_refused(string name)
    {
        var store = await OpenAsync();

        await Should.ThrowAsync<ArgumentException>(() => store.FindAsync(Lumen, name));
        await Should.ThrowAsync<ArgumentException>(() => store.RotateAsync(Lumen, name, "value"));
        await Should.ThrowAsync<ArgumentException>(() => store.RemoveAsync(Lumen, name));
    }
}
