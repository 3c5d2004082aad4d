using System.Buffers.Text;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Links;

public sealed class LinkSignerTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");
    private static readonly EngagementId Other = EngagementId.Parse("other-client");
    private readonly InMemorySecretStore secrets = new();
    private readonly InMemoryRegistry registry = new();
    private readonly ManualTime time = new();

    public LinkSignerTests()
    {
        registry[Lumen] = "name: A";
        registry[Other] = "name: B";
    }

    private LinkSigner Signer => new(secrets, registry, time);

    [Fact]
    public async Task A_signed_link_is_read_back_as_it_was()
    {
        var link = Link(Lumen, "réf/paul\n<é😀>");

        var token = await Signer.SignAsync(link);

        token.ShouldMatch("^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}$");
        (await Signer.VerifyAsync(token, LinkPurpose.Unsubscribe)).ShouldBe(link);
    }

    [Fact]
    public async Task The_same_link_has_the_same_token()
    {
        var first = await Signer.SignAsync(Link(Lumen));

        (await Signer.SignAsync(Link(Lumen))).ShouldBe(first);
    }

    [Fact]
    public async Task Another_purpose_another_time_and_another_engagements_key_are_refused()
    {
        var token = await Signer.SignAsync(Link(Lumen));
        (await Signer.VerifyAsync(token, "document")).ShouldBeNull();

        time.Now = Link(Lumen).Expires - Duration.FromSeconds(1);
        (await Signer.VerifyAsync(token, LinkPurpose.Unsubscribe)).ShouldNotBeNull();
        time.Now = Link(Lumen).Expires;
        (await Signer.VerifyAsync(token, LinkPurpose.Unsubscribe)).ShouldBeNull();
    }

    [Fact]
    public async Task A_payload_of_one_engagement_signed_with_anothers_key_is_refused()
    {
        var ours = (await Signer.SignAsync(Link(Lumen))).Split('.');
        var theirs = (await Signer.SignAsync(Link(Other))).Split('.');

        (await Signer.VerifyAsync($"{ours[0]}.{theirs[1]}", LinkPurpose.Unsubscribe)).ShouldBeNull();
        var renamed = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(theirs[0])).Replace("other-client", "atelier-lumen", StringComparison.Ordinal);
        (await Signer.VerifyAsync($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(renamed))}.{theirs[1]}", LinkPurpose.Unsubscribe)).ShouldBeNull();
    }

    [Fact]
    public async Task Links_outlive_one_rotation_of_the_key_and_end_with_the_next()
    {
        var token = await Signer.SignAsync(Link(Lumen));
        await Signer.RotateAsync(Lumen);

        (await Signer.VerifyAsync(token, LinkPurpose.Unsubscribe)).ShouldNotBeNull();
        string.Equals(await Signer.SignAsync(Link(Lumen)), token, StringComparison.Ordinal).ShouldBeFalse();
        await Signer.RotateAsync(Lumen);
        (await Signer.VerifyAsync(token, LinkPurpose.Unsubscribe)).ShouldBeNull();
    }

    [Fact]
    public async Task The_secrets_are_not_asked_for_an_engagement_that_a_stranger_makes_up()
    {
        var token = await Signer.SignAsync(Link(EngagementId.Parse("made-up")));
        secrets.Asked.Clear();

        (await Signer.VerifyAsync(token, LinkPurpose.Unsubscribe)).ShouldBeNull();
        secrets.Asked.ShouldNotContain(asked => asked.Contains("made-up", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("%2e%2e.abc")]
    [InlineData("AAAA.AAAA")]
    [InlineData("Zm9v YmFy.AAAA")]
    public async Task A_text_that_is_no_token_is_refused(string text) => (await Signer.VerifyAsync(text, LinkPurpose.Unsubscribe)).ShouldBeNull();

    [Fact]
    public async Task No_altered_token_is_accepted_and_none_throws()
    {
        var token = await Signer.SignAsync(Link(Lumen));
        var alphabet = "ABCxyz019-_.~%/ é".ToCharArray();

        Prop.ForAll(
            (from at in Gen.Choose(0, token.Length - 1)
             from what in Gen.Elements(alphabet)
             select token[..at] + what + token[(at + 1)..]).ToArbitrary(),
            altered => SameBytes(altered, token) || Signer.VerifyAsync(altered, LinkPurpose.Unsubscribe).GetAwaiter().GetResult() is null)
            .QuickCheckThrowOnFailure();
        Prop.ForAll<string>(text => Signer.VerifyAsync(text ?? "", LinkPurpose.Unsubscribe).GetAwaiter().GetResult() is null).QuickCheckThrowOnFailure();
    }

    // The last character of base64 has bits that say nothing.
    private static bool SameBytes(string one, string other)
    {
        try
        {
            var (left, right) = (one.Split('.'), other.Split('.'));
            return left.Length == right.Length && left.Zip(right).All(pair => Base64Url.DecodeFromChars(pair.First).SequenceEqual(Base64Url.DecodeFromChars(pair.Second)));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static SignedLink Link(EngagementId engagement, string subject = "paul") =>
        new(engagement, LinkPurpose.Unsubscribe, subject, Instant.FromUtc(2026, 12, 31, 0, 0));
}
