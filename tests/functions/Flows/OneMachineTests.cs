using System.Text;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Local;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Flows;

public sealed class OneMachineTests
{
    [Fact]
    public async Task An_export_over_http_shows_on_the_board_and_goes_out_in_the_digest_once()
    {
        await using var app = await RunningApp.StartAsync(new ManualTime(DayOfWork.Monday));
        await app.RegisterAsync(Samples.Company, Samples.Yaml);

        await DayOfWork.UploadAsync(app, app);
        var mail = await File.ReadAllTextAsync(await DayOfWork.DigestAsync(app));
        await app.TickAsync<Triggers.SendDueDigests>();

        mail.ShouldContain("elise@studio-mareva.example");
        Directory.GetFiles(Path.Combine(app.Home, "outbox", Samples.Company), "*elise*").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Documents_follow_the_figures_and_can_be_read()
    {
        await using var app = await RunningApp.StartAsync(new ManualTime(DayOfWork.Monday));
        await app.RegisterAsync(Samples.Company, Samples.Yaml);
        await DayOfWork.UploadAsync(app, app);

        var list = await Eventually.FindAsync(async () =>
        {
            var page = await app.Client.GetStringAsync($"engagements/{Samples.Company}/documents");
            return page.Contains("engagement-brief.html", StringComparison.Ordinal) ? page : null;
        });

        list.ShouldContain("Fiche de mission");
        using var html = await app.Client.GetAsync($"engagements/{Samples.Company}/documents/fr/engagement-brief.html");
        html.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        using var word = await app.Client.GetAsync($"engagements/{Samples.Company}/documents/fr/engagement-brief.docx");
        Encoding.ASCII.GetString((await word.Content.ReadAsByteArrayAsync())[..2]).ShouldBe("PK");
    }

    [Fact]
    public async Task Commands_work_in_the_home_while_the_app_serves_it_and_a_second_app_does_not()
    {
        await using var app = await RunningApp.StartAsync(new ManualTime(DayOfWork.Monday));
        await app.RegisterAsync(Samples.Company, Samples.Yaml);

        using (var home = await LocalHome.OpenAsync(app.Home, new ManualTime()))
            (await home.Engagements.ListAsync()).ShouldHaveSingleItem();

        var refusal = await Should.ThrowAsync<OpsException>(() => RunningApp.StartAsync(new ManualTime(), home: app.Home));
        refusal.Kind.ShouldBe(FailureKind.Refused);
        refusal.Message.ShouldContain("serves");
    }
}
