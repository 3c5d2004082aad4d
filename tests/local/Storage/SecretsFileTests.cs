using OpsAutomation.Conformance;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Tests.Storage;

public sealed class SecretsFileTests : SecretStoreConformance, IDisposable
{
    private readonly TemporaryHome temporary = new();
    private LocalHome? opened;

    private string SecretsPath => Path.Combine(temporary.Folder, "secrets.json");

    [Fact]
    public async Task Only_the_owner_may_read_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var home = await temporary.OpenAsync();

        await home.Secrets.RotateAsync(TemporaryHome.Lumen, "webhook-n8n", "value");

        File.GetUnixFileMode(SecretsPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task A_file_that_others_may_read_or_write_is_refused_with_its_path(UnixFileMode wider)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var home = await temporary.OpenAsync();
        await home.Secrets.RotateAsync(TemporaryHome.Lumen, "webhook-n8n", "the-value");
        File.SetUnixFileMode(SecretsPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | wider);

        var failure = await Should.ThrowAsync<OpsException>(() => home.Secrets.FindAsync(TemporaryHome.Lumen, "webhook-n8n"));

        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Text.En.ShouldContain(SecretsPath);
        failure.Text.En.ShouldNotContain("the-value");
        (await Should.ThrowAsync<OpsException>(() => home.Secrets.RotateAsync(TemporaryHome.Lumen, "webhook-n8n", "new"))).Kind.ShouldBe(FailureKind.Refused);
    }

    [Fact]
    public async Task Secrets_outlive_the_process()
    {
        using (var home = await temporary.OpenAsync())
            await home.Secrets.RotateAsync(TemporaryHome.Lumen, "webhook-n8n", "value");

        using var again = await temporary.OpenAsync();

        (await again.Secrets.FindAsync(TemporaryHome.Lumen, "webhook-n8n")).ShouldBe(["value"]);
    }

    [Fact]
    public async Task A_damaged_file_is_told_with_its_path_and_left_alone()
    {
        using var home = await temporary.OpenAsync();
        await home.Secrets.RotateAsync(TemporaryHome.Lumen, "webhook-n8n", "value");
        await File.WriteAllTextAsync(SecretsPath, "{\"atelier");

        var failure = await Should.ThrowAsync<OpsException>(() => home.Secrets.RotateAsync(TemporaryHome.Lumen, "webhook-n8n", "other"));

        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Text.En.ShouldContain(SecretsPath);
        (await File.ReadAllTextAsync(SecretsPath)).ShouldBe("{\"atelier");
    }

    [Fact]
    public async Task Rotations_at_the_same_time_are_all_kept_by_their_names()
    {
        using var home = await temporary.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => home.Secrets.RotateAsync(TemporaryHome.Lumen, $"webhook-s{i}", $"value{i}")));

        for (var i = 0; i < 20; i++)
            (await home.Secrets.FindAsync(TemporaryHome.Lumen, $"webhook-s{i}")).ShouldBe([$"value{i}"]);
    }

    public void Dispose()
    {
        opened?.Dispose();
        temporary.Dispose();
    }

    protected override async Task<ISecretStore> OpenAsync() => (opened = await temporary.OpenAsync()).Secrets;
}
