using System.Text;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

public sealed class StandardSignatureTests
{
    [Fact]
    public void The_published_example_has_the_published_signature() =>
        StandardSignature.Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void A_new_secret_is_the_base64_of_32_bytes_and_no_two_are_alike()
    {
        var secret = StandardSignature.NewSecret();

        secret.ShouldStartWith("whsec_");
        Convert.FromBase64String(secret[6..]).Length.ShouldBe(32);
        string.Equals(StandardSignature.NewSecret(), secret, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void A_secret_of_another_shape_is_taken_as_it_is() =>
        StandardSignature.KeyOf("not base64 é").ShouldBe(Encoding.UTF8.GetBytes("not base64 é"));
}
