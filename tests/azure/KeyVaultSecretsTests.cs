using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using NodaTime;
using OpsAutomation.Conformance;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Azure.Tests;

public sealed class KeyVaultSecretsTests : SecretStoreConformance, IDisposable
{
    private static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");
    private readonly FakeKeyVault vault = new();
    private readonly ManualTime time = new();

    [Fact]
    public async Task What_was_read_is_kept_for_a_minute_also_that_there_is_nothing()
    {
        var store = await OpenAsync();
        await store.FindAsync(Lumen, "links");
        var asked = vault.Requests;

        await store.FindAsync(Lumen, "links");
        vault.Requests.ShouldBe(asked);
        time.Advance(Duration.FromSeconds(61));
        await store.FindAsync(Lumen, "links");
        vault.Requests.ShouldBeGreaterThan(asked);
    }

    [Fact]
    public async Task A_try_tells_who_may_change_secrets_from_who_may_only_read_them_and_leaves_none_behind()
    {
        var store = (KeyVaultSecrets)await OpenAsync();
        await store.TryAsync(TestContext.Current.CancellationToken);

        vault.MayOnlyRead = true;
        (await Should.ThrowAsync<OpsException>(() => store.TryAsync(TestContext.Current.CancellationToken))).Text.En.ShouldContain("Key Vault Secrets Officer");
        (vault.MayOnlyRead, vault.Failing) = (false, 503);
        (await Should.ThrowAsync<OpsException>(() => store.TryAsync(TestContext.Current.CancellationToken))).Kind.ShouldBe(FailureKind.Retriable);

        vault.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_rotation_is_seen_at_once_where_it_was_made_and_within_a_minute_elsewhere()
    {
        var here = await OpenAsync();
        var elsewhere = await OpenAsync();
        await here.RotateAsync(Lumen, "links", "first");
        await elsewhere.FindAsync(Lumen, "links");

        await here.RotateAsync(Lumen, "links", "second");

        (await here.FindAsync(Lumen, "links"))[0].ShouldBe("second");
        time.Advance(Duration.FromSeconds(61));
        (await elsewhere.FindAsync(Lumen, "links"))[0].ShouldBe("second");
    }

    [Fact]
    public async Task A_version_that_a_person_sets_later_is_the_newest()
    {
        var store = await OpenAsync();
        await store.RotateAsync(Lumen, "links", "first");
        vault.Second++;

        await NewClient().SetSecretAsync(KeyVaultSecrets.NameOf(Lumen, "links"), "by hand");

        (await store.FindAsync(Lumen, "links")).ShouldBe(["by hand", "first"]);
    }

    [Fact]
    public void The_longest_names_fit_the_vaults_limit()
    {
        var longest = EngagementId.Parse(new string('a', 63));

        KeyVaultSecrets.NameOf(longest, new string('b', 50)).Length.ShouldBeLessThanOrEqualTo(127);
    }

    [Theory]
    [InlineData(403, FailureKind.Refused)]
    [InlineData(409, FailureKind.Refused)]
    [InlineData(500, FailureKind.Retriable)]
    public async Task What_the_vault_answers_becomes_a_failure_with_what_to_do(int status, FailureKind kind)
    {
        var store = await OpenAsync();
        vault.Failing = status;

        var failure = await Should.ThrowAsync<OpsException>(() => store.FindAsync(Lumen, "links"));

        failure.Kind.ShouldBe(kind);
        failure.Text.En.ShouldNotContain("secret details");
    }

    public void Dispose() => vault.Dispose();

    protected override Task<ISecretStore> OpenAsync() => Task.FromResult<ISecretStore>(new KeyVaultSecrets(NewClient(), time));

    private SecretClient NewClient() => new(FakeKeyVault.Address, new StaticToken("https://vault.azure.net", RealTime.Clock), new SecretClientOptions { Transport = vault.Transport, Retry = { MaxRetries = 0 } });
}
