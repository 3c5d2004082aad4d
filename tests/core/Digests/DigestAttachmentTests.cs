using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestAttachmentTests
{
    private const string Path = "documents/fr/sop-client-onboarding/v2-0123456789ab.docx";
    private readonly InMemoryStateStore state = new();
    private readonly InMemoryBlobStore blobs = new();
    private readonly FakeMailer mailer = new();
    private readonly ManualTime clock = new(Instant.FromUtc(2026, 11, 23, 6, 30));
    private DigestContext context;

    public DigestAttachmentTests()
    {
        context = DigestContexts.Bad(Locale.FrFr) with
        {
            Recipient = DigestContexts.Recipient(Locale.FrFr) with { AttachDocuments = true },
            Files = new(blobs),
            Documents =
            [
                new("Procédure : accueil client", 2, new(2026, 11, 19)) { File = Path },
                new("Procédure Incident", 1, new(2026, 11, 2)) { File = "documents/fr/sop-incident/v1.docx" },
            ],
        };
        blobs[context.Engagement.Id, Path] = [1, 2, 3];
    }

    private DigestSender Sender => new(state, mailer, clock);

    [Fact]
    public async Task The_documents_of_the_week_go_with_the_digest_which_says_so()
    {
        await Sender.SendAsync(context);

        var mail = mailer.Delivered.Values.Single();
        var file = mail.Attachments.ShouldHaveSingleItem();
        (file.Name, file.ContentType).ShouldBe(("Procédure - accueil client v2.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
        file.Content.ToArray().ShouldBe([1, 2, 3]);
        mail.Text.ReplaceLineEndings(" ").ShouldContain("Document publié\u00a0: Procédure\u00a0: accueil client (v2), joint à ce message");
    }

    [Fact]
    public async Task Who_did_not_ask_for_them_gets_none()
    {
        await Sender.SendAsync(context with { Recipient = context.Recipient with { AttachDocuments = false } });

        var mail = mailer.Delivered.Values.Single();
        mail.Attachments.ShouldBeEmpty();
        mail.Text.ShouldNotContain("joint à ce message");
    }

    [Fact]
    public async Task The_record_names_the_files_and_does_not_hold_them()
    {
        blobs[context.Engagement.Id, Path] = new byte[600_000];
        mailer.FailAfter = new IOException("Killed.");
        await Should.ThrowAsync<IOException>(() => Sender.SendAsync(context));
        mailer.FailAfter = null;

        var unfinished = (await new DigestLedger(state).FindAsync(context.Engagement.Id, "paul", context.Period))!.Unfinished!;
        unfinished.Mail!.Attachments.ShouldBeEmpty();
        unfinished.Attachments.ShouldBe([new("Procédure - accueil client v2.docx", Path)]);

        mailer.Delivered.Clear();
        await Sender.SendAsync(context);
        mailer.Delivered.Values.Single().Attachments.Single().Content.Length.ShouldBe(600_000);
    }

    [Fact]
    public async Task A_file_that_a_later_version_replaced_lets_the_digest_be_made_anew()
    {
        mailer.FailAfter = new IOException("Killed.");
        await Should.ThrowAsync<IOException>(() => Sender.SendAsync(context));
        mailer.FailAfter = null;
        mailer.Delivered.Clear();
        await blobs.DeleteAsync(context.Engagement.Id, Path);
        (await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(context))).Kind.ShouldBe(FailureKind.Refused);

        blobs[context.Engagement.Id, "documents/fr/sop-client-onboarding/v3.docx"] = [3];
        context = context with { Documents = [new("Procédure : accueil client", 3, new(2026, 11, 20)) { File = "documents/fr/sop-client-onboarding/v3.docx" }] };
        await Sender.SendAsync(context);

        mailer.Delivered.Values.Single().Attachments.Single().Name.ShouldBe("Procédure - accueil client v3.docx");
    }

    [Fact]
    public void At_most_ten_go_along_each_under_a_name_of_its_own()
    {
        context = context with
        {
            Documents = [.. Enumerable.Range(1, 14).Select(i => new PublishedDocument(i < 3 ? $"Fiche{(i == 1 ? "/" : "\\")}A" : $"Fiche {i}", 1, new(2026, 11, 20)) { File = $"documents/fr/k{i}/v1.docx" })],
        };

        var digest = DigestComposer.Compose(context);

        digest.Attachments.Count.ShouldBe(10);
        digest.Attachments.Select(file => file.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(10);
        digest.Body.Lines.Single(line => line.Kind == DigestLineKind.Documents).Text.ShouldEndWith(", dont 10 joints");
    }

    [Fact]
    public void What_goes_along_is_part_of_what_is_approved()
    {
        var with = DigestComposer.Compose(context);
        var without = DigestComposer.Compose(context with { Recipient = context.Recipient with { AttachDocuments = false } });

        with.ContentHash.ShouldNotBe(without.ContentHash, StringComparer.Ordinal);
    }
}
