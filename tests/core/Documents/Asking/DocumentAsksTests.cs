using OpsAutomation.Core.Tests.Documents.Life;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Documents.Asking;

public sealed class DocumentAsksTests
{
    private readonly AskWorld world = new();

    [Fact]
    public async Task Readers_of_a_document_in_force_are_asked_once_each_by_a_link_of_their_own()
    {
        await world.LiveAsync();

        var sent = await world.AskAsync();

        sent.Select(ask => (ask.Purpose, ask.Person.Id)).ShouldBe([(AskPurpose.Reading, "ines"), (AskPurpose.Reading, "samir")], ignoreOrder: true);
        world.Asked().ShouldBe(["ines@atelier-lumen.example Atelier Lumen · 1 document à lire", "samir@atelier-lumen.example Atelier Lumen · 1 document à lire"]);
        var mail = world.Mails.Single(one => one.To.Address.StartsWith("ines", StringComparison.Ordinal));
        mail.Text.ShouldContain("Ce document est en vigueur chez Atelier Lumen et concerne votre travail.");
        mail.Text.ShouldContain("Procédure\u00a0: accueil d'un nouveau client · version 1 · nouveau");
        mail.Text.ShouldContain("jusqu'au mercredi 23 décembre 2026\u00a0; merci");
        mail.LanguageTag.ShouldBe("fr-FR");
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        world.Mails.Select(LinkIn).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);

        (await world.AskAsync()).ShouldBeEmpty();
        world.Move(20);
        (await world.AskAsync()).ShouldBeEmpty();
        world.Mails.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_is_asked_to_read_a_draft_or_what_comes_into_force_later()
    {
        await world.Life.WriteAsync();
        world.Change(engagement => engagement with { Documents = engagement.Documents with { Approver = "paul" } });
        (await world.AskAsync()).ShouldBeEmpty();
        await world.Life.Life.ApproveAsync(world.Life.Engagement, LifeWorld.Sop, Language.French, world.Life.Act("paul") with { Day = world.Life.Context.Today.PlusDays(3) });

        (await world.AskAsync()).ShouldBeEmpty();
        world.Move(3);
        (await world.AskAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Readers_are_asked_again_once_when_the_content_changes_and_not_when_figures_move()
    {
        await world.LiveAsync();
        await world.AskAsync();
        await world.Life.Life.AcknowledgeAsync(world.Life.Engagement, LifeWorld.Sop, Language.French, world.Life.Act("ines"));
        world.Life.MoveFigure(28_000m);
        await world.Life.WriteAsync();
        (await world.AskAsync()).ShouldBeEmpty();

        world.Move(5);
        world.Life.ChangePeople("Samira Haddad");
        await world.LiveAsync();
        world.Mailer.Delivered.Clear();

        (await world.AskAsync()).Count.ShouldBe(2);
        (await world.AskAsync()).ShouldBeEmpty();
        world.Mails.Single(mail => mail.To.Address.StartsWith("ines", StringComparison.Ordinal)).Text
            .ShouldContain("version 2 · modifié depuis la version 1, que vous avez lue\u00a0: Personnes ou rôles modifiés");
    }

    [Fact]
    public async Task Who_has_read_is_not_asked()
    {
        await world.LiveAsync();
        await world.Life.Life.AcknowledgeAsync(world.Life.Engagement, LifeWorld.Sop, Language.French, world.Life.Act("ines"));

        (await world.AskAsync()).ShouldHaveSingleItem().Person.Id.ShouldBe("samir");
    }

    [Fact]
    public async Task The_approver_of_a_draft_is_asked_once_for_each_content()
    {
        await world.Life.WriteAsync();
        await world.Life.WriteAsync("sop-incident");

        (await world.AskAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            ask => ask.Purpose.ShouldBe(AskPurpose.Approval), ask => ask.Person.Id.ShouldBe("claire"), ask => ask.Items.Count.ShouldBe(2));
        (await world.AskAsync()).ShouldBeEmpty();
        world.Mails.ShouldHaveSingleItem().Subject.ShouldBe("Atelier Lumen · 2 documents à valider");
        world.Mails[0].Text.ShouldContain("version 1 (brouillon) · nouveau");

        world.Life.ChangePeople("Samira Haddad");
        await world.Life.WriteAsync();
        (await world.AskAsync()).ShouldHaveSingleItem().Items.ShouldHaveSingleItem().Kind.ShouldBe(LifeWorld.Sop);
        (await world.AskAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_solo_author_is_asked_for_no_approval()
    {
        var solo = new AskWorld(EngagementSize.Solo);
        await solo.Life.WriteAsync();
        solo.Life.ChangePeople("Samira Haddad");
        await solo.Life.WriteAsync();

        (await solo.AskAsync()).ShouldAllBe(ask => ask.Purpose == AskPurpose.Reading);
    }

    [Fact]
    public async Task A_reader_gets_mail_and_document_in_their_own_language_and_reads_one_of_them()
    {
        world.Change(engagement => engagement with { Recipients = [new() { Id = "i", Name = "Inès", Email = "INES@atelier-lumen.example", Locale = Locale.EnGb }] });
        await world.LiveAsync();
        var french = world.Life.Context;
        world.Life.Context = french with { Language = Language.English };
        await world.Life.WriteAsync();
        await world.Life.Life.ApproveAsync(world.Life.Engagement, LifeWorld.Sop, Language.English, world.Life.Act());
        world.Life.Context = french;

        var sent = await world.AskAsync();

        var mail = world.Mails.Single(one => one.To.Address.StartsWith("ines", StringComparison.Ordinal));
        (mail.Subject, mail.LanguageTag).ShouldBe(("Atelier Lumen · 1 document to read", "en-GB"));
        sent.Single(ask => ask.Person.Id == "ines").Items.ShouldHaveSingleItem().Language.ShouldBe(Language.English);
        sent.Single(ask => ask.Person.Id == "samir").Items.ShouldHaveSingleItem().Language.ShouldBe(Language.French);
        await world.Life.Life.AcknowledgeAsync(world.Life.Engagement, LifeWorld.Sop, Language.English, world.Life.Act("samir"));
        (await world.AskAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_public_address_nobody_is_asked_and_it_is_said_who_waits()
    {
        world.HasAddress = false;
        await world.LiveAsync();

        var report = await world.Asks.RunAsync(world.Life.Engagement);

        (report.Sent.Count, report.HasAddress).ShouldBe((0, false));
        report.Waiting.Select(person => person.Id).ShouldBe(["ines", "samir"], ignoreOrder: true);
        world.Mails.ShouldBeEmpty();
        world.HasAddress = true;
        (await world.AskAsync()).Count.ShouldBe(2);
        world.HasAddress = false;
        (await world.Asks.RunAsync(world.Life.Engagement)).Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_tells_of_one_client_only()
    {
        await world.LiveAsync();
        var other = world.Life.Engagement with { Id = EngagementId.Parse("bistrot-nord"), Name = "Bistrot Nord" };
        await world.Life.Store.PublishAsync(other.Id, await world.Life.Generator.GenerateAsync(world.Life.Context with { Engagement = other with { Documents = new() { Approval = false } } }, "sop-incident"));

        await world.AskAsync();
        world.Mails.ShouldAllBe(mail => !(mail.Text + mail.Html + mail.Subject).Contains("Nord") && !mail.Text.Contains("incident"));
        world.Mailer.Delivered.Clear();
        await world.Asks.RunAsync(other with { Raci = [new() { Process = "Gestion d'un incident", Responsible = ["ines"], Accountable = ["samir"] }] });

        world.Mails.Count.ShouldBeGreaterThan(0);
        world.Mails.ShouldAllBe(mail => !(mail.Text + mail.Html + mail.Subject).Contains("Lumen") && !mail.Text.Contains("accueil"));
    }

    private static string LinkIn(MailMessage mail) => mail.Text.Split('\n').Single(line => line.StartsWith("https://ops.example.com/api/act/", StringComparison.Ordinal));
}
