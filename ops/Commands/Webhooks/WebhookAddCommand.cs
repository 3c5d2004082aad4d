using System.CommandLine;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary><c>ops webhook add</c>: turns a source on, or with <c>--to</c> an endpoint, makes its secret and says what to enter where.</summary>
internal sealed class WebhookAddCommand : OpsCommand
{
    private readonly Argument<string> name;
    private readonly Option<string?> engagement;
    private readonly Option<string?> scheme;
    private readonly Option<string?> token;
    private readonly Option<string?> header;
    private readonly Option<string?> to;
    private readonly Option<string?> kind;
    private readonly Option<string?> types;
    private readonly Option<string?> secretFile;
    private readonly Option<string?> url;
    private readonly Option<string?> by;

    public WebhookAddCommand(Session session)
        : base(session, "add", "Turn a source of events on, or an endpoint that is told of them.", "Activer une source d'événements, ou une destination qui en est informée.")
    {
        name = AddWord("NAME", "a short name: part of the URL, such as n8n", "un nom court\u00a0: une partie de l'URL, comme n8n");
        engagement = AddEngagement();
        scheme = AddValue("--scheme", "KIND", "how requests are signed: standard, token or a vendor; by default what the name says", "comment les requêtes sont signées\u00a0: standard, token ou un éditeur\u00a0; par défaut ce que dit le nom");
        token = AddValue("--token", "KIND", "where a token stands: bearer, basic or header", "où se trouve le jeton\u00a0: bearer, basic ou header");
        header = AddValue("--header", "NAME", "the header that carries the token", "l'en-tête qui porte le jeton");
        to = AddValue("--to", "URL", "tell this address of events, instead of receiving", "informer cette adresse des événements, au lieu de recevoir");
        kind = AddValue("--as", "KIND", "what is at that address: slack, teams or events; by default what its host says", "ce qui s'y trouve\u00a0: slack, teams ou events\u00a0; par défaut selon l'hôte");
        types = AddValue("--types", "LIST", "the types to tell of, with commas; all by default", "les types à envoyer, séparés par des virgules\u00a0; tous par défaut");
        secretFile = AddSecretFile();
        url = AddPublicUrl();
        by = AddAsker();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var word = parsed.GetValue(name)!.Trim();
        var publicUrl = Session.PublicUrl(parsed.GetValue(url));
        var isSource = parsed.GetValue(to) is null && parsed.GetValue(kind) is null;
        var endpoint = isSource ? null : EndpointItem.Of(word, parsed.GetValue(to), parsed.GetValue(kind), parsed.GetValue(types));
        var item = endpoint?.Yaml ?? Source(parsed, word);
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var found = await AddAsync(open, isSource, word, item, cancellationToken);
        if ((await open.Home.Secrets.FindAsync(open.Id, found.Secret, cancellationToken)).Count > 0)
        {
            throw OpsException.Refused(
                $"{word} is there already and has a secret, which is shown only once. For a new one: ops webhook rotate {word} -e {open.Id}",
                $"{word} existe déjà et a un secret, qui n'est affiché qu'une fois. Pour en créer un nouveau\u00a0: ops webhook rotate {word} -e {open.Id}");
        }

        var file = parsed.GetValue(secretFile);
        if (file is null && found.Origin != SecretOrigin.Ours)
        {
            await new AwaitedSecret(Session).BeginAsync(open, found.Source!, publicUrl, parsed.GetValue(by), AuditAction.WebhookAdded, cancellationToken);
            return 0;
        }

        var secret = endpoint?.Secret ?? await NewSecret.ReadAsync(file, found, Session.In, cancellationToken);
        await WebhookAudit.RecordAsync(open, Session.Time, parsed.GetValue(by), AuditAction.WebhookAdded, word, cancellationToken);
        await open.Home.Secrets.RotateAsync(open.Id, found.Secret, secret, cancellationToken);
        new WebhookLines(Session).Write(open.Id, found, secret, publicUrl);
        return 0;
    }

    private static async Task<WebhookTarget> AddAsync(OpenEngagement open, bool isSource, string word, string item, CancellationToken cancellationToken)
    {
        RefuseIfTaken(open.Engagement, isSource, word);
        if (WebhookTarget.Has(open.Engagement, word))
            return WebhookTarget.Find(open.Engagement, word);
        var text = (await open.Home.Engagements.FindAsync(open.Id, cancellationToken))!;
        var changed = EngagementEdit.AddItem(text, isSource ? "webhooks" : "events", item);
        var added = EngagementReader.Read(text with { Yaml = changed }, open.Id);
        await open.Home.Engagements.SaveAsync(open.Id, changed, cancellationToken);
        return WebhookTarget.Find(added, word);
    }

    // Commands know both by their names alone.
    private static void RefuseIfTaken(Engagement engagement, bool isSource, string word)
    {
        if (!WebhookTarget.Has(engagement, word) || WebhookTarget.Find(engagement, word).Source is not null == isSource)
            return;
        throw isSource
            ? OpsException.Refused(
                $"{word} is the name of an endpoint under events in the engagement's file: choose another name for the source.",
                $"{word} est le nom d'une destination sous events dans le fichier de la mission\u00a0: choisissez un autre nom pour la source.")
            : OpsException.Refused(
                $"{word} is the name of a source under webhooks in the engagement's file: choose another name for the endpoint.",
                $"{word} est le nom d'une source sous webhooks dans le fichier de la mission\u00a0: choisissez un autre nom pour la destination.");
    }

    private string Source(ParseResult parsed, string word)
    {
        var hasToken = parsed.GetValue(token) is not null || parsed.GetValue(header) is not null;
        var fitting = hasToken ? WebhookScheme.Token : WebhookSchemes.DefaultOf(word) ?? WebhookScheme.Standard;
        var chosen = parsed.GetValue(scheme) ?? WebhookSchemes.WordOf(fitting);
        var place = parsed.GetValue(token) ?? (parsed.GetValue(header) is not null ? "header" : WebhookSchemes.IsNamed(word, "pipedrive") ? "basic" : null);
        var more = chosen == "token" && place is not null ? $", token: {EndpointItem.Quote(place)}" : "";
        more += parsed.GetValue(header) is { } named ? $", header: {EndpointItem.Quote(named)}" : "";
        return $"{{source: {EndpointItem.Quote(word)}, scheme: {EndpointItem.Quote(chosen)}{more}}}";
    }
}
