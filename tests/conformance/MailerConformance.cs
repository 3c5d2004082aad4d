using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Conformance;

/// <summary>What every mailer keeps: the same tests run on each adapter.</summary>
public abstract class MailerConformance
{
    private static readonly string One = new('1', 64);
    private static readonly string Two = new('2', 64);

    protected static EngagementId Lumen { get; } = EngagementId.Parse("atelier-lumen");

    protected static EngagementId Other { get; } = EngagementId.Parse("other");

    /// <summary>A mailer of a new process on the same place.</summary>
    protected abstract Task<IMailer> OpenAsync();

    /// <summary>What was delivered: recipient, subject and the files' names and lengths.</summary>
    protected abstract Task<IReadOnlyList<(string To, string Subject, IReadOnlyList<(string Name, int Length)> Files)>> DeliveredAsync();

    [Fact]
    public async Task A_key_is_delivered_once_also_by_another_process_and_says_the_same_place()
    {
        var first = await (await OpenAsync()).SendAsync(Lumen, One, Mail("Un"));
        var second = await (await OpenAsync()).SendAsync(Lumen, One, Mail("Un"));

        second.ShouldBe(first);
        (await DeliveredAsync()).ShouldHaveSingleItem().Subject.ShouldBe("Un");
    }

    [Fact]
    public async Task Another_key_and_another_engagement_are_other_mails()
    {
        var mailer = await OpenAsync();
        await mailer.SendAsync(Lumen, One, Mail("Un"));
        await mailer.SendAsync(Lumen, Two, Mail("Deux"));
        await mailer.SendAsync(Other, One, Mail("Trois"));

        (await DeliveredAsync()).Select(mail => mail.Subject).Order(StringComparer.Ordinal).ShouldBe(["Deux", "Trois", "Un"]);
    }

    [Fact]
    public async Task Subjects_and_files_arrive_as_they_are()
    {
        var mail = Mail("Atelier Lumen · 16–22 nov. · échu\u00a0: 31\u202f400\u00a0€ 😀") with
        {
            Attachments = [new("Procédure d’été v2.docx", "application/octet-stream", new byte[12_345]), new("Plan.docx", "application/octet-stream", new byte[3_500_000])],
        };
        await (await OpenAsync()).SendAsync(Lumen, One, mail);

        var delivered = (await DeliveredAsync()).Single();
        (delivered.To, delivered.Subject).ShouldBe(("paul@lumen.example", mail.Subject));
        delivered.Files.ShouldBe([("Procédure d’été v2.docx", 12_345), ("Plan.docx", 3_500_000)]);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_and_the_mended_mail_leaves_under_the_same_key()
    {
        var mailer = await OpenAsync();
        var refusal = await Should.ThrowAsync<OpsException>(() => mailer.SendAsync(Lumen, One, Mail("Un") with { To = new("not an address") }));
        refusal.Kind.ShouldBe(FailureKind.Refused);

        await mailer.SendAsync(Lumen, One, Mail("Un"));

        (await DeliveredAsync()).ShouldHaveSingleItem().To.ShouldBe("paul@lumen.example");
    }

    private static MailMessage Mail(string subject) => new()
    {
        From = new("ops@lumen.example", "Camille Roux"),
        To = new("paul@lumen.example", "Paul Lumen"),
        Subject = subject,
        Html = "<html><body><p>Bonjour</p></body></html>",
        Text = "Bonjour\n",
        LanguageTag = "fr-FR",
    };
}
