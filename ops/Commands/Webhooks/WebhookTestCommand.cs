using System.CommandLine;
using System.Net.Http.Headers;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Events.Chats;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Notices;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Outbound;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>
/// <c>ops webhook test</c>: sends a signed test event, to an endpoint as the app would, or as a source would: by the same verification in
/// this process, or with <c>--url</c> to the app where it runs.
/// </summary>
internal sealed class WebhookTestCommand : OpsCommand
{
    private static readonly Uri Usual = WebhookAddresses.OnThisMachine()[0];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly Argument<string> name;
    private readonly Option<string?> engagement;
    private readonly Option<string?> url;

    public WebhookTestCommand(Session session)
        : base(session, "test", "Send a signed test event.", "Envoyer un événement d'essai signé.")
    {
        name = AddWord("NAME", "a source or an endpoint", "une source ou une destination");
        engagement = AddEngagement();
        url = AddValue("--url", "URL", "send it to the app at this address, such as http://localhost:7071", "l'envoyer à l'application à cette adresse, comme http://localhost:7071");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var app = parsed.GetValue(url) is { } named ? Session.PublicUrl(named) : null;
        EngagementId id;
        WebhookTestEvent request;
        WebhookSettings source;
        using (var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken))
        {
            var target = WebhookTarget.Find(open.Engagement, parsed.GetValue(name)!.Trim());
            if (target.Endpoint is { } endpoint)
                return await TellAsync(open, endpoint, cancellationToken);
            var secrets = await open.Home.Secrets.FindAsync(open.Id, target.Secret, cancellationToken);
            (id, source) = (open.Id, target.Source!);
            request = WebhookTestEvent.Sign(
                source, secrets.Count > 0 ? secrets[0] : throw NoSecret(open.Id, source.Source), Session.PublicUrl() ?? app ?? Usual, id, Instant.FromDateTimeOffset(Session.Time.GetUtcNow()));
            if (app is null)
                return await ReceiveAsync(open, source, request, cancellationToken);
        }

        // The home is free again: the app needs it to verify and store.
        return await PostAsync(new Uri(WebhookLines.UrlOf(id, source.Source, app)), request, cancellationToken);
    }

    private async Task<int> TellAsync(OpenEngagement open, EventSubscription endpoint, CancellationToken cancellationToken)
    {
        using var handler = new GuardedConnector().CreateHandler();
        using var transport = new HttpEventTransport(handler, Session.Time);
        var now = Session.Time.GetUtcNow();
        var ping = new OutgoingEvent
        {
            Id = EventStore.IdOf(open.Id, $"{EventTypes.Ping}/{endpoint.Id}/{now.Ticks}"),
            Type = EventTypes.Ping,
            Subject = endpoint.Id,
            Occurred = Instant.FromDateTimeOffset(now),
            Data = EventData.Ping(endpoint.Id),
        };
        var answer = await new EventSender(open.Home.Secrets, transport, Session.Time, Session.PublicUrl() is { } address ? new BoardAddress(address) : null).SendAsync(
            open.Engagement, endpoint, ping, cancellationToken);
        if (answer.IsTaken)
        {
            Session.Line(Session.Say($"{endpoint.Id} took the test event ({answer.Status}).", $"{endpoint.Id} a accepté l'événement d'essai ({answer.Status})."));
            return 0;
        }

        throw OpsException.Refused(
            $"{endpoint.Id} did not take the test event: {Say(answer).En}. See to the receiver, or to url under events in the engagement's file.",
            $"{endpoint.Id} n'a pas accepté l'événement d'essai\u00a0: {Say(answer).Fr}. Vérifiez le destinataire, ou l'url sous events dans le fichier de la mission.");
    }

    private async Task<int> ReceiveAsync(OpenEngagement open, WebhookSettings source, WebhookTestEvent request, CancellationToken cancellationToken)
    {
        var home = open.Home;
        var queue = new HeldQueue();
        var jobs = new JobSender(queue, home.Blobs);
        using var directory = new WebhookDirectory(home.Engagements, home.Secrets, Session.Time);
        using var handshake = new NotionHandshake(home.Secrets, directory);
        var addresses = WebhookAddresses.Of(Session.PublicUrl() ?? Usual);
        var answer = await new WebhookReceiver(directory, new WebhookIntake(home.Blobs, home.State, jobs), handshake, addresses, Session.Time).ReceiveAsync(
            new(open.Id.Value, source.Source, "POST", "application/json", header => request.Headers.GetValueOrDefault(header), new MemoryStream(request.Body)), cancellationToken);
        if (answer.Status is not (202 or 200))
            throw NotTaken(answer.Status);
        var mail = new NoticeMail(home.Mailer, new Operator(null));
        var run = new JobRun(home.Blobs, new RegisteredEngagements(home.Engagements), new DeadLetterBox(home.State, home.Jobs, Session.Time), new DeadLetterNotice(mail));
        foreach (var message in queue.Messages)
            await new WebhookJobHandler(run, home.Blobs, home.State, jobs, Session.Time).HandleAsync(message, cancellationToken);
        Session.Line(Session.Say($"Verified, stored and handled in this process ({answer.Status}).", $"Vérifié, conservé et traité dans ce processus ({answer.Status})."));
        Session.Line(Session.Say("To try the app itself where it runs: --url https://…", "Pour essayer l'application elle-même, là où elle tourne\u00a0: --url https://…"));
        return 0;
    }

    private async Task<int> PostAsync(Uri address, WebhookTestEvent request, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(request.Body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (header, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(header, value);
        int status;
        try
        {
            using var answer = await client.SendAsync(message, cancellationToken);
            status = (int)answer.StatusCode;
            if (status is not (202 or 200))
                throw NotTaken(status);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw OpsException.Retriable(
                $"{address.Authority} could not be reached. See whether the app runs there (ops serve), then try again.",
                $"{address.Authority} est injoignable. Vérifiez que l'application y tourne (ops serve), puis réessayez.",
                exception);
        }

        Session.Line(Session.Say($"{address.Authority} verified and took the test event ({status}).", $"{address.Authority} a vérifié et accepté l'événement d'essai ({status})."));
        return 0;
    }

    private static LocalizedText Say(TransportAnswer answer) => answer switch
    {
        { Failure: TransportFailure.PrivateAddress } => new("its name leads to a private address", "son nom mène à une adresse privée"),
        { Failure: TransportFailure.TimedOut } => new("no answer within 10 s", "pas de réponse en 10 s"),
        { Status: { } status } => new($"it answered {status}", $"il a répondu {status}"),
        _ => new("it could not be reached", "il est injoignable"),
    };

    private static OpsException NotTaken(int status) => OpsException.Refused(
        $"The test event was not taken ({status}). 401 means that the app knows another secret or not this source: does it work on this home?",
        $"L'événement d'essai n'a pas été accepté ({status}). 401 signifie que l'application connaît un autre secret ou ignore cette source\u00a0: travaille-t-elle sur ce dossier\u00a0?");

    private static OpsException NoSecret(EngagementId engagement, string source) => OpsException.Refused(
        $"{source} has no secret yet: ops webhook rotate {source} -e {engagement}",
        $"{source} n'a pas encore de secret\u00a0: ops webhook rotate {source} -e {engagement}");
}
