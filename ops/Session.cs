using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Local;
using OpsAutomation.Locales;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops;

/// <summary>One run of a command: where it writes, in which language it speaks, and the home it works in.</summary>
internal sealed class Session(OpsHost host, Language language, bool languageIsChosen)
{
    private readonly SessionTime time = new(host.Time);
    private readonly TextWriter plainOut = PlainTextWriter.Over(host.Out);
    private readonly TextWriter plainError = PlainTextWriter.Over(host.Error);

    /// <summary>What is piped or typed into the command.</summary>
    public TextReader In => host.In;

    /// <summary>Results.</summary>
    public TextWriter Out => plainOut;

    /// <summary>Failures and progress.</summary>
    public TextWriter Error => plainError;

    /// <summary>Standard error as it is, for what moves the cursor of a terminal.</summary>
    public TextWriter RawError => host.Error;

    /// <summary>Whether a person watches the progress.</summary>
    public bool ErrorIsTerminal => host.ErrorIsTerminal;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>The language of messages: the one asked for, else the engagement's once one is open, else the environment's.</summary>
    public Language Language { get; private set; } = language;

    /// <summary>The locale of messages.</summary>
    public Locale Locale { get; private set; } = Locale.Of(language);

    /// <summary>Whether failures show their cause to a developer.</summary>
    public bool IsDebugging => host.Environment("OPS_DEBUG") == "1";

    /// <summary>The path that a failure of the storage is told with where nothing nearer is known.</summary>
    public string WorkingOn { get; private set; } = "standard output";

    /// <summary>Names what a failure of the storage from here on is about.</summary>
    public void WorkOn(string path) => WorkingOn = path;

    /// <summary>The text in the session's language.</summary>
    public string Say(string en, string fr) => Language == Language.French ? fr : en;

    /// <summary>The text in the session's language.</summary>
    public string Say(LocalizedText text) => text.In(Language);

    /// <summary>Writes a line of the result.</summary>
    public void Line(string text = "") => Out.WriteLine(text);

    /// <summary>Acts from here on as at the end of a day; today as now.</summary>
    public void MoveTo(LocalDate day, DateTimeZone zone) => time.MoveTo(day, zone);

    /// <summary>The home's folder: <c>--home</c>, else OPS_HOME, else <c>~/.opsautomation</c>.</summary>
    public string HomeFolder(string? named)
    {
        var folder = named
            ?? (host.Environment("OPS_HOME") is { Length: > 0 } variable ? variable : Path.Combine(host.UserFolder, ".opsautomation"));
        return WorkingOn = Path.GetFullPath(folder);
    }

    /// <summary>The settings of the environment, as the app reads them.</summary>
    public Microsoft.Extensions.Configuration.IConfiguration Settings => host.Settings();

    /// <summary>Whether the environment names a storage account to work on, in place of a home.</summary>
    public bool IsOnAccount { get; } = AccountPlace.IsNamed(host.Environment);

    /// <summary>Refuses a command that is only for the folder of a machine.</summary>
    /// <param name="command">Its name.</param>
    /// <exception cref="OpsException">Wrong usage: the environment names a storage account.</exception>
    public void RefuseAccount(string command)
    {
        if (IsOnAccount)
        {
            throw OpsException.WrongUsage(
                $"ops {command} is for a home, and the environment names a storage account, which keeps its data by means of its own (docs/operations.md). Unset AzureWebJobsStorage and its kind first.",
                $"ops {command} concerne un dossier de travail, et l'environnement désigne un compte de stockage, qui garde ses données par ses propres moyens (docs/operations.md). Retirez d'abord AzureWebJobsStorage et ses variantes.");
        }
    }

    /// <summary>The port that an app on this machine listens on, by the setting of the environment; 7071 where it says nothing.</summary>
    public int ServedPort => int.TryParse(host.Environment("FunctionsRuntime__Port"), out var number) ? number : 7071;

    /// <summary>Opens the place to work in: the storage account of the environment, else the home, created at its first use.</summary>
    /// <param name="named">The value of <c>--home</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the home.</param>
    /// <param name="prepares">Whether an account's state is brought to this version; a home's always is.</param>
    public async Task<Place> OpenHomeAsync(string? named, CancellationToken cancellationToken, bool prepares = true)
    {
        var folder = HomeFolder(named);
        return IsOnAccount
            ? await AccountPlace.OpenAsync(host.Settings(), folder, Time, prepares, cancellationToken)
            : Place.Of(await LocalHome.OpenAsync(folder, Time, cancellationToken: cancellationToken));
    }

    /// <summary>Opens the place to work in and an engagement in it, and speaks the engagement's language from there on.</summary>
    /// <param name="home">The value of <c>--home</c>.</param>
    /// <param name="engagement">The value of <c>-e</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the home.</param>
    public async Task<OpenEngagement> OpenEngagementAsync(string? home, string engagement, CancellationToken cancellationToken)
    {
        var id = EngagementId.Parse(engagement);
        var opened = await OpenHomeAsync(home, cancellationToken);
        try
        {
            var text = await opened.Engagements.FindAsync(id, cancellationToken) ?? throw await MissingAsync(opened, id, cancellationToken);
            opened.OpenAhead();
            Speak(EngagementLanguage.Guess(text.Yaml));
            var read = EngagementReader.Read(text, id);
            if (!languageIsChosen)
                Locale = read.Locale;
            Speak(read.Language);
            return new OpenEngagement(opened, read, TodayIn(read.Zone));
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Where the app answers, without <c>/api</c>: what was named, else the setting <c>Ops__PublicUrl</c>; null where neither says.</summary>
    /// <exception cref="OpsException">Wrong usage: it is no web address.</exception>
    public Uri? PublicUrl(string? named = null)
    {
        if ((named ?? host.Environment("Ops__PublicUrl")) is not { Length: > 0 } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw OpsException.WrongUsage(
                "The app's public address is not a web address: write for example https://ops.example.com",
                "L'adresse publique de l'application n'est pas une adresse web\u00a0: écrivez par exemple https://ops.example.com");
    }

    /// <summary>What makes the signed links of digests; null where the app has no public address.</summary>
    public DigestLinks? DigestLinks(Place home) => PublicUrl() is { } url ? new(home.Secrets, home.Engagements, home.State, Time, url) : null;

    /// <summary>The day it is in a zone.</summary>
    public LocalDate TodayIn(DateTimeZone zone) => Instant.FromDateTimeOffset(Time.GetUtcNow()).InZone(zone).Date;

    private void Speak(Language? spoken)
    {
        if (!languageIsChosen && spoken is { } known)
            Language = known;
    }

    private static async Task<OpsException> MissingAsync(Place home, EngagementId id, CancellationToken cancellationToken)
    {
        var all = await home.Engagements.ListAsync(cancellationToken);
        var there = string.Join(", ", all.Select(known => known.Value));
        var nearest = NearestName.Of(id.Value, all.Select(known => known.Value));
        var en = all.Count == 0 ? "There is none yet." : (nearest is null ? "" : $"Did you mean {nearest}? ") + $"There are: {there}.";
        var fr = all.Count == 0 ? "Il n'y en a pas encore." : (nearest is null ? "" : $"Vouliez-vous dire {nearest} ? ") + $"Il y a : {there}.";
        return OpsException.Refused(
            $"There is no engagement {id} in {home.Name}. {en} To create it: ops init {id} --name NAME --lang en --start DATE",
            $"Il n'y a pas de mission {id} dans {home.Name}. {fr} Pour la créer : ops init {id} --name NOM --lang fr --start DATE");
    }
}
