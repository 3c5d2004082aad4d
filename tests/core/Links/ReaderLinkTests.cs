using System.Buffers.Text;
using System.Text;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Links;

namespace OpsAutomation.Core.Tests.Links;

public sealed class ReaderLinkTests
{
    private readonly LinkWorld world = new();

    [Fact]
    public async Task A_link_names_its_holder_and_its_one_item()
    {
        var link = await FindAsync(await world.TokenAsync("decision/D-1", "ann"));

        (link!.Holder.Actor, link.Name, link.Locale.Id, link.Item).ShouldBe(("recipient ann", "Ann Lee", "en-GB", "decision/D-1"));
        link.Engagement.Id.ShouldBe(LinkWorld.Lumen);
    }

    [Fact]
    public async Task Every_byte_that_is_altered_ends_a_link()
    {
        var token = await world.TokenAsync("decision/D-1");

        for (var i = 0; i < token.Length; i++)
        {
            foreach (var other in new[] { 'A', 'b', '7', '-', '_', '.', '%', '\n' }.Where(c => c != token[i]))
                (await FindAsync(token[..i] + other + token[(i + 1)..])).ShouldBeNull($"{i} {other}");
            (await FindAsync(token.Remove(i, 1))).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Each_part_of_the_payload_is_signed()
    {
        var parts = (await world.TokenAsync("decision/D-1")).Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0]));

        foreach (var (old, forged) in new[] { ("atelier-lumen", "other-client"), ("\nact\n", "\nboard\n"), ("r/paul", "r/ann"), ("r/paul", "p/lea"), ("D-1", "D-2"), ("\n0\n", "\n1\n"), ("\n1", "\n9") })
        {
            payload.ShouldContain(old);
            var altered = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.Replace(old, forged, StringComparison.Ordinal)));
            (await FindAsync($"{altered}.{parts[1]}")).ShouldBeNull(forged);
            (await FindAsync($"{altered}.{parts[1]}", LinkPurpose.Board)).ShouldBeNull(forged);
        }
    }

    [Theory]
    [InlineData(LinkPurpose.Act)]
    [InlineData(LinkPurpose.Board)]
    [InlineData(LinkPurpose.Document)]
    [InlineData(LinkPurpose.Unsubscribe)]
    public async Task A_link_for_one_purpose_is_worth_nothing_for_another(string purpose)
    {
        var token = await world.TokenAsync("x", purpose: purpose);

        foreach (var asked in new[] { LinkPurpose.Act, LinkPurpose.Board, LinkPurpose.Document }.Where(asked => asked != purpose))
            (await FindAsync(token, asked)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_ends_at_its_moment_whatever_the_hour_it_was_made_at()
    {
        var token = await world.TokenAsync("decision/D-1");
        world.Time.Now = Instant.FromUtc(2026, 2, 4, 23, 59, 59);
        (await FindAsync(token)).ShouldNotBeNull();

        world.Time.Now = Instant.FromUtc(2026, 2, 5, 0, 0);

        (await FindAsync(token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_outlives_one_rotation_of_the_keys_and_ends_with_the_second()
    {
        var token = await world.TokenAsync("decision/D-1");

        await world.Signer.RotateAsync(LinkWorld.Lumen);
        (await FindAsync(token)).ShouldNotBeNull();
        await world.Signer.RotateAsync(LinkWorld.Lumen);
        (await FindAsync(token)).ShouldBeNull();
    }

    [Fact]
    public async Task Revoking_a_recipients_links_ends_those_and_no_others_and_is_recorded()
    {
        var (pauls, anns) = (await world.TokenAsync("decision/D-1"), await world.TokenAsync("decision/D-1", "ann"));

        await world.Generations.RevokeAsync(LinkWorld.Lumen, LinkHolder.Recipient("PAUL"), "lea");

        (await FindAsync(pauls)).ShouldBeNull();
        (await FindAsync(anns)).ShouldNotBeNull();
        (await FindAsync(await world.TokenAsync("decision/D-1"))).ShouldNotBeNull();
        var line = (await new AuditLog(world.State).ListAsync(LinkWorld.Lumen).ToListAsync()).ShouldHaveSingleItem();
        (line.Actor, line.Action, line.Subject).ShouldBe(("lea", AuditAction.LinksRevoked, "PAUL"));
    }

    [Fact]
    public async Task A_link_of_one_client_is_none_of_anothers()
    {
        var theirs = await world.TokenAsync("decision/D-1", engagement: LinkWorld.Other);

        (await FindAsync(theirs))!.Engagement.Id.ShouldBe(LinkWorld.Other);
        (await FindAsync(await world.TokenAsync("decision/D-1")))!.Engagement.Id.ShouldBe(LinkWorld.Lumen);
    }

    [Fact]
    public async Task Who_left_the_file_or_may_not_act_any_more_holds_no_link()
    {
        var (pauls, maxs) = (await world.TokenAsync("decision/D-1"), await world.TokenAsync("decision/D-1", "max"));
        var board = await world.TokenAsync("", "max", LinkPurpose.Board);

        (await FindAsync(maxs)).ShouldBeNull();
        (await FindAsync(board, LinkPurpose.Board)).ShouldNotBeNull();
        world.Registry[LinkWorld.Lumen] = LinkWorld.Yaml.Replace("id: paul", "id: paula", StringComparison.Ordinal).Replace("links: read", "links: none", StringComparison.Ordinal);
        (await FindAsync(pauls)).ShouldBeNull();
        (await FindAsync(board, LinkPurpose.Board)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_with_errors_ends_no_link_and_shows_its_holder_no_error_of_it()
    {
        var token = await world.TokenAsync("decision/D-1");
        world.Registry[LinkWorld.Lumen] = LinkWorld.Yaml.Replace("start: 2025-10-06", "start: soon", StringComparison.Ordinal);

        var failure = await Should.ThrowAsync<OpsException>(() => FindAsync(token));

        failure.Kind.ShouldBe(FailureKind.Retriable);
        failure.Text.En.ShouldNotContain("start");
    }

    [Fact]
    public async Task A_document_of_a_list_is_signed_by_the_key_of_the_link_that_shows_it()
    {
        var board = await world.TokenAsync("", "ann", LinkPurpose.Board);
        await world.Signer.RotateAsync(LinkWorld.Lumen);

        var document = (await FindAsync(board, LinkPurpose.Board))!.ForDocument("fr/engagement-brief");

        (await FindAsync(document, LinkPurpose.Document))!.Item.ShouldBe("fr/engagement-brief");
        await world.Signer.RotateAsync(LinkWorld.Lumen);
        (await FindAsync(document, LinkPurpose.Document)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_digest_has_the_same_links_whenever_it_is_composed()
    {
        var engagement = await world.EngagementAsync();
        var first = await AddressesAsync();
        world.Time.Advance(Duration.FromHours(30));

        (await AddressesAsync()).ShouldBe(first);

        async Task<List<Uri?>> AddressesAsync()
        {
            var links = await world.Links.ForAsync(LinkWorld.Lumen, engagement.Recipients[1], new(new(2025, 12, 29), new(2026, 1, 4)), new(2026, 1, 5));
            return [links.Unsubscribe, links.Board, links.Document("fr/a"), links.Item("decision/D-1")];
        }
    }

    private Task<ReaderLink?> FindAsync(string token, string purpose = LinkPurpose.Act) => world.Readers.FindAsync(token, purpose);
}
