using System.Text;
using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class MimeWriterTests
{
    private const string Key = "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9";

    private static readonly MailMessage Message = new()
    {
        From = new("ops@atelier-lumen.example", "Camille Roux"),
        To = new("paul@atelier-lumen.example", "Paul Lumen"),
        ReplyTo = new("camille@obm.example", "Camille Roux"),
        Subject = "Atelier Lumen · 16–22 nov. · 2 indicateurs hors cible, 1 décision",
        Html = "<!DOCTYPE html>\n<p>Échu impayé&nbsp;: 31\u202f400\u00a0€ = trop</p>\n",
        Text = "Échu impayé : 31\u202f400\u00a0€ = trop\nFrom the start\n.\n ends with a blank \n",
        LanguageTag = "fr-FR",
    };

    [Fact]
    public void A_mail_holds_text_then_HTML_and_reads_back_as_written()
    {
        var mail = ParsedMail.Parse(Write(Message));

        mail.Header("Subject").ShouldBe(Message.Subject);
        mail.Header("From").ShouldBe("\"Camille Roux\" <ops@atelier-lumen.example>");
        mail.Header("Reply-To").ShouldBe("\"Camille Roux\" <camille@obm.example>");
        mail.Header("Date").ShouldBe("Mon, 23 Nov 2026 06:30:00 +0000");
        mail.Header("Message-ID").ShouldBe($"<{Key[..32]}@atelier-lumen.example>");
        mail.Header("Content-Language").ShouldBe("fr-FR");
        mail.Header("List-Unsubscribe").ShouldBeNull();
        mail.Header("Content-Type")!.ShouldStartWith("multipart/alternative;");
        mail.Parts.Select(part => part.Header("Content-Type")).ShouldBe(["text/plain; charset=utf-8", "text/html; charset=utf-8"]);
        mail.Parts[0].Text.ShouldBe(Message.Text);
        mail.Parts[1].Text.ShouldBe(Message.Html);
    }

    [Fact]
    public void The_same_key_and_moment_give_the_same_bytes() => Write(Message).ShouldBe(Write(Message));

    [Fact]
    public void Lines_end_with_CRLF_and_have_at_most_78_ASCII_characters()
    {
        var long_ = Message with { Subject = string.Concat(Enumerable.Repeat("Émoji 😀 et « accents » ", 30)), Text = new string('é', 5_000) + "\n" + new string('x', 5_000) };
        var text = Encoding.ASCII.GetString(Write(long_));

        text.Replace("\r\n", "").ShouldNotContain('\n');
        text.Replace("\r\n", "").ShouldNotContain('\r');
        text.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
        Write(long_).ShouldAllBe(b => b < 128);
    }

    [Theory]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    [InlineData("éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé")]
    [InlineData("Looks like =?utf-8?B?an encoded word?=")]
    [InlineData("Plain ASCII that is a good deal longer than seventy-eight characters, so that it is folded between words")]
    [InlineData("")]
    public void A_subject_of_any_characters_reads_back_and_no_encoded_word_ends_inside_one(string subject)
    {
        var mail = ParsedMail.Parse(Write(Message with { Subject = subject }));

        // The parser decodes each encoded word by itself, strictly.
        mail.Header("Subject").ShouldBe(subject);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: everybody@example.org")]
    [InlineData("Hello\nBcc: everybody@example.org")]
    [InlineData("Hello\u2028Bcc: everybody@example.org")]
    public void A_line_end_in_subject_or_name_adds_no_header(string text)
    {
        var mail = ParsedMail.Parse(Write(Message with { Subject = text, To = new("paul@atelier-lumen.example", text), From = new("a@b.example", "é" + text) }));

        mail.Header("Bcc").ShouldBeNull();
        mail.Header("Subject").ShouldBe("Hello Bcc: everybody@example.org");
        mail.HeaderNames.ShouldBe(["From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Content-Language", "MIME-Version", "Content-Type"]);
    }

    [Fact]
    public void A_name_with_quotes_accents_or_a_reversing_mark_stays_a_name()
    {
        ParsedMail.Parse(Write(Message with { To = new("p@x.example", "Paul \"P\" <evil@x.example>") })).Header("To")
            .ShouldBe("\"Paul \\\"P\\\" <evil@x.example>\" <p@x.example>");
        ParsedMail.Parse(Write(Message with { To = new("p@x.example", "Ève\u202E Lumière") })).Header("To")
            .ShouldBe("Ève Lumière <p@x.example>");
    }

    [Fact]
    public void An_international_domain_is_written_in_ASCII() =>
        ParsedMail.Parse(Write(Message with { To = new("p@bücher.example") })).Header("To").ShouldBe("p@xn--bcher-kva.example");

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b@c>, <x@y.example")]
    [InlineData("a b@example.org")]
    [InlineData("a@exam\r\nple.org")]
    [InlineData("@example.org")]
    [InlineData("a@")]
    public void An_address_that_is_none_is_refused_without_showing_it(string address)
    {
        var refusal = Should.Throw<OpsException>(() => Write(Message with { To = new(address) }));

        refusal.Kind.ShouldBe(FailureKind.Refused);
        refusal.Text.En.ShouldBe("The recipient address is not a mail address: correct it in the engagement's file, for example name@example.org.");
        refusal.Text.Fr.ShouldStartWith("L'adresse du destinataire n'est pas une adresse électronique");
    }

    [Fact]
    public void Extra_headers_are_written_and_own_or_broken_ones_refused()
    {
        var listed = Message with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["List-Unsubscribe"] = "<https://x.example/u/abc>" } };
        ParsedMail.Parse(Write(listed)).Header("List-Unsubscribe").ShouldBe("<https://x.example/u/abc>");

        Should.Throw<OpsException>(() => Write(Message with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Bcc"] = "x@y.example" } }));
        Should.Throw<OpsException>(() => Write(Message with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-A: b\r\nBcc"] = "x@y.example" } }));
    }

    [Fact]
    public void Attachments_follow_the_bodies_and_keep_their_names()
    {
        var mail = ParsedMail.Parse(Write(Message with
        {
            Attachments = [new("fiche \"mission\"\r\n.docx", "application/pdf", new byte[] { 0, 255, 1 }), new("été 😀.md", "text/markdown\r\nX: y", "# é"u8.ToArray())],
        }));

        mail.Header("Content-Type")!.ShouldStartWith("multipart/mixed;");
        mail.Parts.Count.ShouldBe(3);
        mail.Parts[0].Parts.Count.ShouldBe(2);
        mail.Parts[0].Parts[0].Text.ShouldBe(Message.Text);
        mail.Parts[1].Bytes.ShouldBe([0, 255, 1]);
        mail.Parts[1].Header("Content-Disposition").ShouldBe("attachment; filename*=utf-8''fiche%20%22mission%22%20.docx");
        mail.Parts[2].Header("Content-Type").ShouldBe("application/octet-stream");
        mail.Parts[2].Text.ShouldBe("# é");
        Uri.UnescapeDataString(mail.Parts[2].Header("Content-Disposition")!).ShouldEndWith("''été 😀.md");
    }

    private static byte[] Write(MailMessage message) =>
        new MimeWriter(new ManualTime(Instant.FromUtc(2026, 11, 23, 6, 30))).Write(Key, message);
}
