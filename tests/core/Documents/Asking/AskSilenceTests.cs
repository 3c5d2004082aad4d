using OpsAutomation.Digests;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Documents.Asking;

public sealed class AskSilenceTests
{
    private readonly AskWorld world = new();

    [Theory]
    [InlineData(EngagementState.Framing)]
    [InlineData(EngagementState.Closed)]
    public async Task Nobody_is_asked_while_the_engagement_does_not_run(EngagementState state)
    {
        await world.LiveAsync();
        world.Change(engagement => engagement with { State = state });

        (await world.AskAsync()).ShouldBeEmpty();
        world.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_asked_where_the_file_says_so_or_nobody_can_send()
    {
        await world.LiveAsync();
        world.Change(engagement => engagement with { Documents = engagement.Documents with { AsksByMail = false } });
        (await world.AskAsync()).ShouldBeEmpty();
        world.Change(engagement => engagement with { Documents = engagement.Documents with { AsksByMail = true }, Sender = null });
        (await world.AskAsync()).ShouldBeEmpty();
        world.Change(engagement => engagement with { Sender = "studio@lumen.example" });

        (await world.AskAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_no_address_or_has_left_is_not_asked_until_there_is_one()
    {
        await world.LiveAsync();
        var people = world.Life.Engagement.People;
        world.Change(engagement => engagement with
        {
            People = [.. people.Select(person => person.Id switch { "ines" => person with { Email = null }, "samir" => person with { Left = world.Life.Context.Today.PlusDays(-1) }, _ => person })],
        });
        (await world.AskAsync()).ShouldBeEmpty();
        world.Change(engagement => engagement with { People = people });

        (await world.AskAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_ended_or_paused_the_digests_to_the_same_address_is_left_in_peace()
    {
        await world.LiveAsync();
        var today = world.Life.Context.Today;
        world.Change(engagement => engagement with
        {
            Recipients =
            [
                new() { Id = "i", Name = "Inès", Email = "ines@atelier-lumen.example", Locale = Locale.FrFr },
                new() { Id = "s", Name = "Samir", Email = "Samir@atelier-lumen.example", Locale = Locale.FrFr, Pause = new(today, today.PlusDays(2)) },
            ],
        });
        await new DigestLedger(world.Life.State).PutAsync(world.Life.Engagement.Id, new DigestPause("i", today, null, DigestPause.ByRecipient));

        (await world.AskAsync()).ShouldBeEmpty();
        world.Move(3);
        (await world.AskAsync()).ShouldHaveSingleItem().Person.Id.ShouldBe("samir");
    }

    [Fact]
    public async Task The_way_out_in_the_mail_ends_these_mails_and_nothing_else_until_they_are_resumed()
    {
        await world.LiveAsync();
        world.Registry[world.Life.Engagement.Id] = """
            id: atelier-lumen
            name: Atelier Lumen
            locale: fr-FR
            start: 2026-10-12
            people:
              - {id: ines, name: Inès Petit, role: deputy, email: ines@atelier-lumen.example}
              - {id: anna, name: Anna Keller, role: obm}
            """;
        await world.AskAsync();
        var mail = world.Mails.Single(one => one.To.Address.StartsWith("ines", StringComparison.Ordinal));
        var token = mail.Headers["List-Unsubscribe"].Trim('<', '>').Split('/')[^1];
        var handler = new UnsubscribeHandler(new LinkSigner(world.Secrets, world.Registry, world.Life.Time), world.Registry, world.Life.State, world.Life.Time);

        (await handler.ShowAsync(token)).Html.ShouldContain("ne sera plus invité par courriel à lire ou à valider");
        (await HoldsAsync()).ShouldBeFalse();
        (await handler.ConfirmAsync(token)).Html.ShouldContain("demandez-le à Anna Keller");
        (await HoldsAsync()).ShouldBeTrue();
        (await new DigestLedger(world.Life.State).FindPauseAsync(world.Life.Engagement.Id, "ines")).ShouldBeNull();

        world.Life.ChangePeople("Samira Haddad");
        await world.LiveAsync();
        (await world.AskAsync()).ShouldHaveSingleItem().Person.Id.ShouldBe("samir");
        await new AskSilence(world.Life.State).ResumeAsync(world.Life.Engagement.Id, world.Life.Engagement.FindPerson("ines")!, "anna", world.Life.Time);
        (await world.AskAsync()).ShouldHaveSingleItem().Person.Id.ShouldBe("ines");
    }

    private Task<bool> HoldsAsync() => new AskSilence(world.Life.State).HoldsAsync(world.Life.Engagement, world.Life.Engagement.FindPerson("ines")!, world.Life.Context.Today);
}
