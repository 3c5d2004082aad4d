using System.Text;
using OpsAutomation.Digests;

namespace OpsAutomation.Local.Tests.Storage;

public sealed class OutboxMailerTests : IDisposable
{
    private const string Key = "5f2c9a";
    private readonly TemporaryHome temporary = new();

    [Fact]
    public async Task A_message_is_a_file_named_by_date_recipient_and_key()
    {
        using var home = await temporary.OpenAsync();

        var path = await home.Mailer.SendAsync(TemporaryHome.Lumen, Key, Message("Claire.Martin@lumen.example"));

        Path.GetDirectoryName(path).ShouldBe(Path.Combine(temporary.Folder, "outbox", "atelier-lumen"));
        Path.GetFileName(path).ShouldMatch(@"\A2026-11-23-claire\.martin@lumen\.example-[0-9a-f]{16}\.eml\z");
        Encoding.ASCII.GetString(await File.ReadAllBytesAsync(path)).ShouldContain("Subject: Point hebdomadaire");
    }

    [Fact]
    public async Task The_same_key_is_never_written_twice_even_on_another_day()
    {
        using var home = await temporary.OpenAsync();
        var first = await home.Mailer.SendAsync(TemporaryHome.Lumen, Key, Message("claire@lumen.example"));
        temporary.Now += NodaTime.Duration.FromDays(3);

        var second = await home.Mailer.SendAsync(TemporaryHome.Lumen, Key, Message("claire@lumen.example"));

        second.ShouldBe(first);
        Directory.GetFiles(Path.GetDirectoryName(first)!).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Other_keys_and_other_engagements_are_other_messages()
    {
        using var home = await temporary.OpenAsync();

        string[] paths =
        [
            await home.Mailer.SendAsync(TemporaryHome.Lumen, Key, Message("claire@lumen.example")),
            await home.Mailer.SendAsync(TemporaryHome.Lumen, Key + "1", Message("claire@lumen.example")),
            await home.Mailer.SendAsync(TemporaryHome.Other, Key, Message("claire@lumen.example")),
        ];

        paths.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
    }

    [Fact]
    public async Task An_address_cannot_leave_the_outbox()
    {
        using var home = await temporary.OpenAsync();

        var path = await home.Mailer.SendAsync(TemporaryHome.Lumen, Key, Message("a/../../x@lumen.example"));

        Path.GetDirectoryName(path).ShouldBe(Path.Combine(temporary.Folder, "outbox", "atelier-lumen"));
    }

    private static MailMessage Message(string to) => new()
    {
        From = new("obm@studio.example"),
        To = new(to),
        Subject = "Point hebdomadaire",
        Html = "<p>Bonjour</p>",
        Text = "Bonjour",
        LanguageTag = "fr-FR",
    };

    public void Dispose() => temporary.Dispose();
}
