using System.Text.RegularExpressions;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Functions.Triggers;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Flows;

public sealed partial class LinkTests
{
    [Fact]
    public async Task The_link_of_a_digest_ends_the_next_ones_by_a_post_and_not_by_a_look()
    {
        var time = new ManualTime(DayOfWork.Monday);
        await using var app = await RunningApp.StartAsync(time, new(StringComparer.Ordinal) { ["Ops:PublicUrl"] = "https://ops.example.com" });
        await app.RegisterAsync(Samples.Company, Samples.Yaml);
        await DayOfWork.UploadAsync(app, app);
        var mail = await File.ReadAllTextAsync(await DayOfWork.DigestAsync(app));
        var address = Link().Match(Unfolded().Replace(mail, "")).Groups["path"].Value;

        var asked = await app.Stranger.GetStringAsync(address);
        using var ended = await app.Stranger.PostAsync(address, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        var shown = await app.Stranger.GetStringAsync(address);

        asked.ShouldContain("<form method=\"post\">");
        ended.IsSuccessStatusCode.ShouldBeTrue();
        shown.ShouldNotContain("<form");
        time.Advance(NodaTime.Duration.FromDays(7));
        await app.TickAsync<SendDueDigests>();
        Directory.GetFiles(Path.Combine(app.Home, "outbox", Samples.Company), "*elise*").Length.ShouldBe(1);
    }

    [GeneratedRegex(@"List-Unsubscribe:\s*<https://ops\.example\.com/api/(?<path>unsubscribe/[^>\s]+)>")]
    private static partial Regex Link();

    [GeneratedRegex(@"\r?\n[ \t]+")]
    private static partial Regex Unfolded();
}
