using OpsAutomation.Conformance;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Tests.Graph;

public sealed class GraphMailerConformanceTests : MailerConformance, IAsyncLifetime
{
    private MailWorld world = null!;

    public async ValueTask InitializeAsync() => world = await MailWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    protected override Task<IMailer> OpenAsync() => Task.FromResult<IMailer>(world.Mailer());

    protected override Task<IReadOnlyList<(string To, string Subject, IReadOnlyList<(string Name, int Length)> Files)>> DeliveredAsync() =>
        Task.FromResult<IReadOnlyList<(string, string, IReadOnlyList<(string, int)>)>>(
        [
            .. world.Emulator.Mail.Delivered.Select(mail => (
                mail.To.Single(), mail.Subject,
                (IReadOnlyList<(string, int)>)[.. world.Emulator.Mail.Of(mail.Mailbox).FindMessage(mail.Id)!.Attachments.Select(file => (file.Name, file.Content.Length))])),
        ]);
}
