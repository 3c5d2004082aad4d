namespace OpsAutomation.Local.Tests.Storage;

public sealed class FolderEngagementRegistryTests : IDisposable
{
    private readonly TemporaryHome temporary = new();

    [Fact]
    public async Task A_new_home_has_no_engagement()
    {
        using var home = await temporary.OpenAsync();

        (await home.Engagements.ListAsync()).ShouldBeEmpty();
        (await home.Engagements.FindAsync(TemporaryHome.Lumen)).ShouldBeNull();
    }

    [Fact]
    public async Task An_engagement_is_created_once_and_never_overwritten_by_creating_it_again()
    {
        using var home = await temporary.OpenAsync();

        (await home.Engagements.CreateAsync(TemporaryHome.Lumen, "name: Lumen\n")).ShouldBeTrue();
        (await home.Engagements.CreateAsync(TemporaryHome.Lumen, "name: Another\n")).ShouldBeFalse();

        var text = (await home.Engagements.FindAsync(TemporaryHome.Lumen))!;
        text.Yaml.ShouldBe("name: Lumen\n");
        text.Name.ShouldBe(Path.Combine(temporary.Folder, "engagements", "atelier-lumen", "engagement.yaml"));
    }

    [Fact]
    public async Task Saving_replaces_the_text()
    {
        using var home = await temporary.OpenAsync();
        await home.Engagements.CreateAsync(TemporaryHome.Lumen, "name: Lumen\n");

        await home.Engagements.SaveAsync(TemporaryHome.Lumen, "name: Atelier Lumen\n");

        (await home.Engagements.FindAsync(TemporaryHome.Lumen))!.Yaml.ShouldBe("name: Atelier Lumen\n");
    }

    [Fact]
    public async Task Engagements_are_listed_in_order_without_folders_that_are_none()
    {
        using var home = await temporary.OpenAsync();
        await home.Engagements.CreateAsync(TemporaryHome.Other, "x");
        await home.Engagements.CreateAsync(TemporaryHome.Lumen, "x");
        Directory.CreateDirectory(Path.Combine(temporary.Folder, "engagements", "Not An Id"));
        Directory.CreateDirectory(Path.Combine(temporary.Folder, "engagements", "empty"));

        (await home.Engagements.ListAsync()).ShouldBe([TemporaryHome.Lumen, TemporaryHome.Other]);
    }

    [Fact]
    public async Task A_text_with_a_byte_order_mark_is_read_and_one_that_is_not_utf8_is_refused()
    {
        using var home = await temporary.OpenAsync();
        await home.Engagements.CreateAsync(TemporaryHome.Lumen, "");
        var file = Path.Combine(temporary.Folder, "engagements", "atelier-lumen", "engagement.yaml");

        await File.WriteAllTextAsync(file, "name: Été\n", new System.Text.UTF8Encoding(true));
        (await home.Engagements.FindAsync(TemporaryHome.Lumen))!.Yaml.ShouldBe("name: Été\n");

        await File.WriteAllBytesAsync(file, [(byte)'n', 0xE9, (byte)'\n']);
        var failure = await Should.ThrowAsync<OpsException>(() => home.Engagements.FindAsync(TemporaryHome.Lumen));
        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Text.En.ShouldContain("UTF-8");
    }

    public void Dispose() => temporary.Dispose();
}
