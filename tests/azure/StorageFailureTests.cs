using Azure;
using Azure.Identity;

namespace OpsAutomation.Azure.Tests;

public sealed class StorageFailureTests
{
    [Theory]
    [InlineData(403, FailureKind.Refused, "refused access (403 AuthorizationFailure)")]
    [InlineData(0, FailureKind.Retriable, "does not answer")]
    [InlineData(500, FailureKind.Retriable, "did not do what was asked (500 ")]
    public void What_the_account_answered_is_told_without_its_own_message(int status, FailureKind kind, string told)
    {
        var answer = new RequestFailedException(status, "claire@lumen.example", status == 403 ? "AuthorizationFailure" : null, null);

        foreach (var failure in new[] { StorageFailure.Find(answer)!, StorageFailure.Find(new AggregateException(answer, answer))! })
        {
            failure.Kind.ShouldBe(kind);
            failure.Text.En.ShouldContain(told);
            failure.Text.En.ShouldNotContain("claire");
        }
    }

    [Fact]
    public void Who_could_not_sign_in_is_told_how_to() =>
        StorageFailure.Find(new CredentialUnavailableException("nobody"))!.Text.En.ShouldContain("az login");

    [Fact]
    public void What_comes_from_elsewhere_is_left_to_others() => StorageFailure.Find(new IOException("disk")).ShouldBeNull();
}
