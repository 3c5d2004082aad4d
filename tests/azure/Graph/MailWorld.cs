using NodaTime;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.GraphEmulator;
using OpsAutomation.GraphEmulator.Mail;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Azure.Tests.Graph;

/// <summary>An emulator, a state store and mailers that send through the real SDK.</summary>
internal sealed class MailWorld : IAsyncDisposable
{
    public const string Box = "ops@atelier-lumen.example";
    private readonly List<GraphClients> clients = [];

    private MailWorld(Emulator emulator, SteppingTime clock)
    {
        (Emulator, Clock) = (emulator, clock);
        Options = new() { Endpoint = emulator.Endpoint, TenantId = "lumen.example", TimeoutSeconds = 20, LeaseSeconds = 90, SettleSeconds = 120 };
    }

    public Emulator Emulator { get; }

    public SteppingTime Clock { get; }

    public InMemoryStateStore State { get; set; } = new();

    public GraphOptions Options { get; }

    public EngagementId Engagement { get; } = EngagementId.Parse("atelier-lumen");

    public static string Key => new('a', 64);

    public static MailMessage Message => new()
    {
        From = new(Box, "Camille Roux"),
        To = new("paul@atelier-lumen.example", "Paul Lumen"),
        ReplyTo = new("camille@obm.example", "Camille Roux"),
        Subject = "Atelier Lumen · 16–22 nov. · 2 indicateurs hors cible, 1 décision",
        Html = "<!DOCTYPE html><html><body><h1>Titre</h1><p>Échu impayé +9\u202f800\u00a0€</p></body></html>",
        Text = "Titre\n\nÉchu impayé +9\u202f800\u00a0€\n",
        LanguageTag = "fr-FR",
    };

    public static async Task<MailWorld> StartAsync()
    {
        var clock = new SteppingTime();
        return new(await Emulator.StartAsync(new() { MoveToSentMilliseconds = 5_000, FilterLagMilliseconds = 30_000 }, clock), clock);
    }

    /// <summary>A mailer as a new process would have it.</summary>
    public GraphMailer Mailer(IStateStore? state = null)
    {
        var client = new GraphClients(Options, State, Clock);
        clients.Add(client);
        return new(state ?? State, client, Options, Clock);
    }

    /// <summary>Sends as a queue would: what may be tried again is, a minute later.</summary>
    public async Task<string> SendUntilDoneAsync(MailMessage message, string? key = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Mailer().SendAsync(Engagement, key ?? Key, message);
            }
            catch (OpsException error) when (error.Kind == FailureKind.Retriable && attempt < 10)
            {
                Clock.Advance(Duration.FromMinutes(1));
            }
        }
    }

    /// <summary>The messages of the mailbox as they are once everything moved, without those deleted.</summary>
    public IReadOnlyList<StoredMessage> Settled()
    {
        Clock.Advance(Duration.FromMinutes(1));
        Emulator.Mail.Settle(Emulator.Mail.Of(Box));
        return [.. Emulator.Mail.Of(Box).Messages.Where(message => message.Folder != "F-deleteditems")];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        await Emulator.DisposeAsync();
    }
}
