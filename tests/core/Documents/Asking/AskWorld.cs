using NodaTime;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Core.Tests.Documents.Life;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Documents.Asking;

/// <summary>A company whose people are asked about its documents. Samir answers for the onboarding of clients, Inès does it; Claire approves.</summary>
internal sealed class AskWorld
{
    public AskWorld(EngagementSize size = EngagementSize.Small)
    {
        Life = new(size);
        Life.Time.Now = Life.Context.Today.AtMidnight().InUtc().ToInstant() + Duration.FromHours(9);
        Change(engagement => engagement with { Sender = "studio@lumen.example" });
    }

    public LifeWorld Life { get; }

    public FakeMailer Mailer { get; } = new();

    public Crashes Crashes { get; } = new();

    public InMemorySecretStore Secrets { get; } = new();

    public InMemoryRegistry Registry { get; } = new();

    public bool HasAddress { get; set; } = true;

    public AskBook Book => new(Life.State);

    public DocumentAsks Asks
    {
        get
        {
            var state = Crashes.Over(Life.State);
            var links = HasAddress ? new DigestLinks(new LinkSigner(Secrets, Registry, Life.Time), new LinkGenerations(state, Life.Time), new Uri("https://ops.example.com")) : null;
            return new(Life.Blobs, state, Crashes.Over(Mailer), Life.Time, links: links);
        }
    }

    public IReadOnlyList<MailMessage> Mails => [.. Mailer.Delivered.Values];

    public async Task<IReadOnlyList<SentAsk>> AskAsync() => (await Asks.RunAsync(Life.Engagement)).Sent;

    public void Change(Func<Engagement, Engagement> change) => Life.Context = Life.Context with { Engagement = change(Life.Engagement) };

    public void Move(int days)
    {
        Life.Move(days);
        Life.Time.Advance(Duration.FromDays(days));
    }

    /// <summary>The procedure is written and approved.</summary>
    public async Task<DocumentRecord> LiveAsync()
    {
        await Life.WriteAsync();
        return await Life.ApproveAsync();
    }

    /// <summary>What everybody was asked, a line each: whom, subject.</summary>
    public IReadOnlyList<string> Asked() => [.. Mails.Select(mail => $"{mail.To.Address} {mail.Subject}").Order(StringComparer.Ordinal)];
}
