using OpsAutomation.Conformance;
using OpsAutomation.GraphEmulator.Mail;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Tests.Storage;

public sealed class OutboxMailerConformanceTests : MailerConformance, IDisposable
{
    private readonly TemporaryHome temporary = new();
    private LocalHome? home;

    protected override async Task<IMailer> OpenAsync()
    {
        home?.Dispose();
        home = await temporary.OpenAsync();
        return home.Mailer;
    }

    protected override async Task<IReadOnlyList<(string To, string Subject, IReadOnlyList<(string Name, int Length)> Files)>> DeliveredAsync()
    {
        List<(string, string, IReadOnlyList<(string, int)>)> delivered = [];
        foreach (var file in Directory.GetFiles(Path.Combine(temporary.Folder, "outbox"), "*.eml", SearchOption.AllDirectories))
        {
            var mail = MimeReader.Read(await File.ReadAllBytesAsync(file));
            delivered.Add((
                mail.People("To").Single().Address, mail.Header("Subject")!,
                [.. mail.Leaves.Where(part => part.FileName is not null).Select(part => (part.FileName!, part.Bytes.Length))]));
        }

        return delivered;
    }

    public void Dispose()
    {
        home?.Dispose();
        temporary.Dispose();
    }
}
