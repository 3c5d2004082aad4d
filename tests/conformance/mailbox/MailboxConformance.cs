using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Conformance;

/// <summary>What every mailbox keeps: the same tests run on each.</summary>
public abstract class MailboxConformance
{
    protected static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");

    private static MailboxOrigin Place => new("exports@lumen.example", "Inbox/Exports", ["@hubspot.com"], "Inbox/Done/2026");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IMailbox> OpenAsync();

    /// <summary>Creates a folder of the mailbox and delivers messages into it, each some time after the one before.</summary>
    protected abstract Task ReceiveAsync(string mailbox, string folder, params ReceivedMail[] mails);

    [Fact]
    public async Task The_messages_of_a_folder_come_oldest_first_with_their_senders()
    {
        var mailbox = await OpenAsync();
        await ReceiveAsync(Place.Mailbox, "Inbox", new ReceivedMail("above@example.com"));
        await ReceiveAsync(Place.Mailbox, "Inbox/Exports/Old", new ReceivedMail("below@example.com"));
        await ReceiveAsync(Place.Mailbox, "Inbox/Exports", new ReceivedMail("first@hubspot.com"), new ReceivedMail("second@hubspot.com"));

        var messages = await mailbox.ListAsync(Lumen, Place, Token);

        messages.Select(message => message.Sender).ShouldBe(["first@hubspot.com", "second@hubspot.com"]);
        messages[0].Received.ShouldBeLessThan(messages[1].Received);
    }

    [Fact]
    public async Task A_folder_of_hundreds_of_messages_comes_whole()
    {
        var mailbox = await OpenAsync();
        await ReceiveAsync(Place.Mailbox, "Inbox/Exports", [.. Enumerable.Range(0, 230).Select(i => new ReceivedMail($"s{i}@hubspot.com"))]);

        var messages = await mailbox.ListAsync(Lumen, Place, Token);

        messages.Select(message => message.Sender).ShouldBe(Enumerable.Range(0, 230).Select(i => $"s{i}@hubspot.com"));
        messages.Select(message => message.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(230);
    }

    [Fact]
    public async Task What_is_attached_comes_in_order_with_its_kind_and_content()
    {
        var mailbox = await OpenAsync();
        var large = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("id;montant\n1;12,5\n", 250_000)));
        await ReceiveAsync(Place.Mailbox, "Inbox/Exports", new ReceivedMail("a@hubspot.com")
        {
            Files =
            [
                new("Affaires été.csv", "text/csv", "é\r\n;\n"u8.ToArray()),
                new("logo.png", "image/png", [0, 1, 2, 255], IsInline: true),
                new("Fwd: report", "message/rfc822", "From: x@y.z\r\n\r\nbody"u8.ToArray(), IsMessage: true),
                new("large.csv", "text/csv", large),
                new("empty.csv", "text/csv", []),
            ],
        });
        var message = (await mailbox.ListAsync(Lumen, Place, Token))[0];

        var attachments = await mailbox.ListAttachmentsAsync(Lumen, Place, message.Id, Token);

        attachments.Select(attachment => attachment.IsFile).ShouldBe([true, true, false, true, true]);
        attachments.Where(attachment => attachment.IsFile).Select(attachment => (attachment.Name, attachment.ContentType)).ShouldBe(
            [("Affaires été.csv", "text/csv"), ("logo.png", "image/png"), ("large.csv", "text/csv"), ("empty.csv", "text/csv")]);
        attachments.Select(attachment => attachment.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
        (await ReadAsync(mailbox, message.Id, attachments[0].Id)).ShouldBe("é\r\n;\n"u8.ToArray());
        (await ReadAsync(mailbox, message.Id, attachments[3].Id)).ShouldBe(large);
        (await ReadAsync(mailbox, message.Id, attachments[4].Id)).ShouldBe([]);
    }

    [Fact]
    public async Task A_message_without_attachments_has_none()
    {
        var mailbox = await OpenAsync();
        await ReceiveAsync(Place.Mailbox, "Inbox/Exports", new ReceivedMail("a@hubspot.com"));
        var message = (await mailbox.ListAsync(Lumen, Place, Token))[0];

        (await mailbox.ListAttachmentsAsync(Lumen, Place, message.Id, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moved_message_lies_in_the_other_folder_under_the_same_id_and_is_moved_once_however_often_it_is_asked()
    {
        var mailbox = await OpenAsync();
        await ReceiveAsync(Place.Mailbox, "Inbox/Exports", new ReceivedMail("a@hubspot.com") { Files = [new("a.csv", "text/csv", "x"u8.ToArray())] }, new ReceivedMail("b@hubspot.com"));
        var message = (await mailbox.ListAsync(Lumen, Place, Token))[0];

        await mailbox.MoveAsync(Lumen, Place, message.Id, Token);
        await mailbox.MoveAsync(Lumen, Place, message.Id, Token);

        (await mailbox.ListAsync(Lumen, Place, Token)).Select(left => left.Sender).ShouldBe(["b@hubspot.com"]);
        (await mailbox.ListAsync(Lumen, Place with { Folder = Place.MoveTo }, Token)).Select(moved => (moved.Id, moved.Sender)).ShouldBe([(message.Id, "a@hubspot.com")]);
        var attachment = (await mailbox.ListAttachmentsAsync(Lumen, Place, message.Id, Token)).ShouldHaveSingleItem();
        (await ReadAsync(mailbox, message.Id, attachment.Id)).ShouldBe("x"u8.ToArray());
    }

    [Fact]
    public async Task A_message_that_is_gone_has_nothing_attached_and_cannot_be_moved_without_error()
    {
        var mailbox = await OpenAsync();
        await ReceiveAsync(Place.Mailbox, "Inbox/Exports", new ReceivedMail("a@hubspot.com"));

        (await mailbox.ListAttachmentsAsync(Lumen, Place, "gone", Token)).ShouldBeEmpty();
        (await mailbox.OpenAttachmentAsync(Lumen, Place, "gone", "0", Token)).ShouldBeNull();
        await mailbox.MoveAsync(Lumen, Place, "gone", Token);
    }

    [Fact]
    public async Task Folders_are_found_without_case_and_a_missing_one_is_a_matter_for_a_person()
    {
        var mailbox = await OpenAsync();
        await ReceiveAsync(Place.Mailbox, "Inbox/Exports", new ReceivedMail("a@hubspot.com"));

        (await mailbox.ListAsync(Lumen, Place with { Folder = "inbox/EXPORTS" }, Token)).Count.ShouldBe(1);
        (await Should.ThrowAsync<OpsException>(() => mailbox.ListAsync(Lumen, Place with { Folder = "Inbox/Missing" }, Token))).Kind.ShouldBe(FailureKind.Refused);
    }

    private static async Task<byte[]> ReadAsync(IMailbox mailbox, string message, string attachment)
    {
        await using var stream = (await mailbox.OpenAttachmentAsync(Lumen, Place, message, attachment, Token))!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }
}
