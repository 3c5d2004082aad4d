using OpsAutomation.Engagements;
using OpsAutomation.Webhooks.Signatures;

namespace OpsAutomation.Core.Tests.Webhooks.Signatures;

public sealed class SignatureHeaderTests
{
    private static readonly byte[] Long = [.. Enumerable.Range(200, 32).Select(i => (byte)i)];
    private static readonly byte[] Short = Long[..20];

    [Theory]
    [InlineData("", 0)]
    [InlineData("v1,", 0)]
    [InlineData("v1,AAAA", 0)]
    [InlineData("v2,{0}", 0)]
    [InlineData("{0}", 0)]
    [InlineData("v1,{0}", 1)]
    [InlineData("v1a,AAAA v1,AAAA v1,{0}", 1)]
    [InlineData("v1,{0} v1,{0}", 2)]
    [InlineData("v1,{0} ", 1)]
    [InlineData("v1,{0},v1,{0}", 0)]
    [InlineData("v1,{0}AA", 0)]
    public void A_list_holds_codes_of_version_one(string header, int codes) => Check(WebhookScheme.Standard, header.Replace("{0}", Convert.ToBase64String(Long), StringComparison.Ordinal), codes, Long);

    [Theory]
    [InlineData("sha256={0}", 1)]
    [InlineData("sha256={1}", 1)]
    [InlineData("SHA256={0}", 0)]
    [InlineData("sha256= {0}", 0)]
    [InlineData("sha256={0}0", 0)]
    [InlineData("sha256={0},sha256={0}", 0)]
    [InlineData("{0}", 0)]
    [InlineData("sha256=", 0)]
    [InlineData("sha1={0}", 0)]
    public void Hexadecimal_digits_may_be_of_either_case(string header, int codes) => Check(
        WebhookScheme.GitHub,
        header.Replace("{0}", Convert.ToHexStringLower(Long), StringComparison.Ordinal).Replace("{1}", Convert.ToHexString(Long), StringComparison.Ordinal),
        codes,
        Long);

    [Theory]
    [InlineData("{0}", 1)]
    [InlineData(" {0}", 0)]
    [InlineData("{0}\n", 0)]
    [InlineData("{0},{0}", 0)]
    [InlineData("AAAA", 0)]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzz*=", 0)]
    [InlineData("AAAA AAAA AAAA AAAA AAAA AAA", 0)]
    public void Base64_is_of_one_code_and_of_nothing_else(string header, int codes) =>
        Check(WebhookScheme.Trello, header.Replace("{0}", Convert.ToBase64String(Short), StringComparison.Ordinal), codes, Short);

    [Theory]
    [InlineData("t=1,v1={0}", "1", 1)]
    [InlineData("v1={0},t=1", "1", 1)]
    [InlineData("t=1, v1={0}", "1", 1)]
    [InlineData("t=1,v1={0},v1={0},v0={0}", "1", 2)]
    [InlineData("t=1,v0={0}", "1", 0)]
    [InlineData("v1={0}", "", 1)]
    [InlineData("t=1,v1={0},t=2", "", 1)]
    [InlineData("t=1,v1={0},t=1,v1={0}", "", 2)]
    [InlineData("t,v1", "", 0)]
    [InlineData("t=1,v1=zz", "1", 0)]
    [InlineData("", "", 0)]
    public void Fields_hold_the_moment_once_and_any_number_of_codes(string header, string time, int codes)
    {
        var read = Check(WebhookScheme.Stripe, header.Replace("{0}", Convert.ToHexStringLower(Long), StringComparison.Ordinal), codes, Long);

        read.Time.ShouldBe(time);
    }

    [Fact]
    public void Of_very_many_codes_only_the_first_are_looked_at() =>
        SignatureHeader.Read(SignatureRules.Of(WebhookScheme.Stripe)!, "t=1" + string.Concat(Enumerable.Repeat(",v1=" + Convert.ToHexStringLower(Long), 500))).Codes.Count.ShouldBe(8);

    [Fact]
    public void A_code_of_intercom_is_twenty_bytes() => Check(WebhookScheme.Intercom, "sha1=" + Convert.ToHexStringLower(Short), 1, Short);

    private static SignatureHeader Check(WebhookScheme scheme, string header, int codes, byte[] code)
    {
        var read = SignatureHeader.Read(SignatureRules.Of(scheme)!, header);
        read.Codes.Count.ShouldBe(codes);
        read.Codes.ShouldAllBe(one => one.SequenceEqual(code));
        return read;
    }
}
