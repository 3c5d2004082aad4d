using System.Globalization;
using System.Text;
using OpsAutomation.Conformance;
using OpsAutomation.Engagements;
using OpsAutomation.Local.Sources;
using OpsAutomation.Local.Tests.Storage;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Tests.Sources;

public sealed class FolderMailboxTests : MailboxConformance, IDisposable
{
    private static readonly DateTimeOffset First = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly TemporaryHome temporary = new();
    private int mails;

    private MailboxOrigin Place => new("exports@lumen.example", "Inbox", ["@x.example"], "Done");

    [Fact]
    public async Task Messages_as_programs_write_them_give_their_files()
    {
        await SaveAsync("Inbox", """
            Received: by somewhere
            From: "HubSpot, <noreply@fake.example>" <noreply@hubspot.com>
            Date: Mon, 5 Jan 2026 09:30:00 +0100 (CET)
            Subject: =?utf-8?Q?=C3=A9t=C3=A9?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed;
             boundary="outer"

            preamble
            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            --outer is no boundary here
            --inner
            Content-Type: text/html

            <p>x</p>
            --inner--
            --outer
            Content-Type: text/csv; name="=?iso-8859-1?Q?Affaires_=E9t=E9.csv?="
            Content-Transfer-Encoding: quoted-printable

            a;b=
            ;c=C3=A9
            --outer
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename*0*=UTF-8''R%C3%A9sum; filename*1="e 2026.csv"
            Content-Transfer-Encoding: base64

            YTti
            Cg==
            --outer--
            epilogue
            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        var mailbox = new FolderMailbox(temporary.Folder, temporary);

        var message = (await mailbox.ListAsync(Lumen, Place)).ShouldHaveSingleItem();
        var attachments = await mailbox.ListAttachmentsAsync(Lumen, Place, message.Id);

        (message.Sender, message.Received.ToString("g", CultureInfo.InvariantCulture)).ShouldBe(("noreply@hubspot.com", "2026-01-05T08:30:00Z"));
        attachments.Select(attachment => attachment.Name).ShouldBe(["Affaires été.csv", "Résume 2026.csv"]);
        (await TextAsync(mailbox, message.Id, "0")).ShouldBe("a;b;cé");
        (await TextAsync(mailbox, message.Id, "1")).ShouldBe("a;b\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("From: a@b.example")]
    [InlineData("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Disposition: attachment; filename=a.csv\nContent-Transfer-Encoding: base64\n\nYQ=")]
    [InlineData("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n--x\n--x--")]
    [InlineData("Content-Type: multipart/mixed\n\n--\n--")]
    [InlineData("From: =?x-unknown?B?####?=\nDate: Mon, 99 Foo 2026 99:99\n\nbody")]
    public async Task A_damaged_message_is_read_as_far_as_it_goes(string text)
    {
        await SaveAsync("Inbox", text);
        var mailbox = new FolderMailbox(temporary.Folder, temporary);

        var message = (await mailbox.ListAsync(Lumen, Place)).ShouldHaveSingleItem();

        foreach (var attachment in await mailbox.ListAttachmentsAsync(Lumen, Place, message.Id))
            (await TextAsync(mailbox, message.Id, attachment.Id)).ShouldBe("a");
    }

    [Fact]
    public async Task Two_messages_of_one_name_are_moved_beside_each_other_and_a_copy_of_one_is_no_second()
    {
        await SaveAsync("Done", "From: a@b.example\n\nfirst", "mail.eml");
        await SaveAsync("Inbox", "From: a@b.example\n\nsecond", "mail.eml");
        await SaveAsync("Inbox", "From: a@b.example\n\nsecond", "copy.eml");
        var mailbox = new FolderMailbox(temporary.Folder, temporary);
        var message = (await mailbox.ListAsync(Lumen, Place)).ShouldHaveSingleItem();

        await mailbox.MoveAsync(Lumen, Place, message.Id);

        Directory.GetFiles(Folder("Inbox")).ShouldBeEmpty();
        Directory.GetFiles(Folder("Done")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["copy.eml", "mail (2).eml", "mail.eml"]);
    }

    [Fact]
    public async Task A_message_that_is_being_written_waits()
    {
        await SaveAsync("Inbox", "From: a@b.example\n\nx");
        foreach (var file in Directory.GetFiles(Folder("Inbox")))
            File.SetLastWriteTimeUtc(file, temporary.Now.ToDateTimeUtc().AddSeconds(-1));

        (await new FolderMailbox(temporary.Folder, temporary).ListAsync(Lumen, Place)).ShouldBeEmpty();
    }

    public void Dispose() => temporary.Dispose();

    protected override Task<IMailbox> OpenAsync() => Task.FromResult<IMailbox>(new FolderMailbox(temporary.Folder, temporary));

    protected override async Task ReceiveAsync(string mailbox, string folder, params ReceivedMail[] mails)
    {
        foreach (var mail in mails)
        {
            var text = new StringBuilder($"From: Somebody <{mail.From}>\r\nDate: {First.AddMinutes(this.mails):r}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
            text.Append("--b\r\nContent-Type: text/plain\r\n\r\nHello.\r\n");
            foreach (var file in mail.Files)
            {
                text.Append($"--b\r\nContent-Type: {file.ContentType}\r\nContent-Disposition: {(file.IsInline ? "inline" : "attachment")}; filename*=utf-8''{Uri.EscapeDataString(file.Name)}\r\n")
                    .Append(file.IsMessage ? "\r\n" + Encoding.UTF8.GetString(file.Content) + "\r\n" : $"Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(file.Content, Base64FormattingOptions.InsertLineBreaks)}\r\n");
            }

            await SaveAsync(folder, text.Append("--b--\r\n").ToString(), mailbox: mailbox);
        }
    }

    private string Folder(string folder, string mailbox = "exports@lumen.example") => Path.Combine([temporary.Folder, "mailbox", mailbox, .. folder.Split('/')]);

    private async Task SaveAsync(string folder, string text, string? name = null, string mailbox = "exports@lumen.example")
    {
        Directory.CreateDirectory(Folder(folder, mailbox));
        var file = Path.Combine(Folder(folder, mailbox), name ?? $"{mails++:0000}.eml");
        await File.WriteAllTextAsync(file, text);
        File.SetLastWriteTimeUtc(file, temporary.Now.ToDateTimeUtc().AddHours(-1));
    }

    private async Task<string> TextAsync(FolderMailbox mailbox, string message, string attachment)
    {
        using var reader = new StreamReader((await mailbox.OpenAttachmentAsync(Lumen, Place, message, attachment))!);
        return await reader.ReadToEndAsync();
    }
}
