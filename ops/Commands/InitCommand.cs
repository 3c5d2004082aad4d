using System.CommandLine;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ports;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops init</c>: creates an engagement from a commented file that is valid as it is.</summary>
internal sealed class InitCommand : OpsCommand
{
    private readonly Argument<string> engagement;
    private readonly Option<string?> name;
    private readonly Option<string?> locale;
    private readonly Option<string?> currency;
    private readonly Option<string?> zone;
    private readonly Option<string?> size;
    private readonly Option<string?> start;

    public InitCommand(Session session)
        : base(session, "init", "Create an engagement; --lang says its language.", "Créer une mission ; --lang donne sa langue.")
    {
        engagement = AddWord("ENGAGEMENT", "its id: lower-case letters, digits and hyphens", "son identifiant : minuscules, chiffres et tirets");
        name = AddValue("--name", "NAME", "the client's name", "le nom du client", required: true);
        start = AddValue("--start", "DATE", "the first day, J+0", "le premier jour, J+0", required: true);
        locale = AddValue("--locale", "LOCALE", "fr-FR or en-US by default", "fr-FR ou en-US par défaut");
        currency = AddValue("--currency", "CODE", "ISO 4217; the locale's by default", "ISO 4217 ; celle de la locale par défaut");
        zone = AddValue("--zone", "ZONE", "IANA time zone; the locale's by default", "fuseau horaire IANA ; celui de la locale par défaut");
        size = AddValue("--size", "SIZE", "solo, small or sme; small by default", "solo, small ou sme ; small par défaut");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Read(parsed);
        var yaml = EngagementTemplate.Create(request);
        _ = EngagementReader.Read(new ConfigurationText("engagement.yaml", yaml), request.Id);
        using var home = await Session.OpenHomeAsync(GlobalOptions.HomeOf(parsed), cancellationToken);
        if (!await home.Engagements.CreateAsync(request.Id, yaml, cancellationToken))
        {
            throw OpsException.Refused(
                $"There is an engagement {request.Id} in {home.Name} already. Nothing was changed; choose another id or edit its file.",
                $"Il y a déjà une mission {request.Id} dans {home.Name}. Rien n'a été modifié ; choisissez un autre identifiant ou modifiez son fichier.");
        }

        var file = (await home.Engagements.FindAsync(request.Id, cancellationToken))!.Name;
        Session.Line(Session.Say($"Engagement {request.Id} created: {file}", $"Mission {request.Id} créée : {file}"));
        Session.Line(Session.Say(
            "Next: fill in people, recipients and targets in that file, then take a first export in:",
            "Ensuite : complétez les personnes, les destinataires et les cibles dans ce fichier, puis importez un premier export :"));
        Session.Line($"  ops import {Session.Say("FILE", "FICHIER")} -e {request.Id}");
        return 0;
    }

    private TemplateRequest Read(ParseResult parsed)
    {
        var language = UserLanguage.Parse(GlobalOptions.LangOf(parsed)) ?? throw OpsException.WrongUsage(
            "--lang fr|en is missing: the language of the engagement. See: ops init --help",
            "Il manque --lang fr|en, la langue de la mission. Voir : ops init --help");
        return new TemplateRequest(
            EngagementId.Parse(parsed.GetValue(engagement)!),
            NameOf(parsed.GetValue(name)!),
            language,
            Values.Date(parsed.GetValue(start), "--start")!.Value,
            LocaleOf(parsed.GetValue(locale), language),
            CurrencyOf(parsed.GetValue(currency)),
            ZoneOf(parsed.GetValue(zone)),
            SizeOf(parsed.GetValue(size)));
    }

    private static string NameOf(string text) => text.Trim().Length > 0
        ? text.Trim()
        : throw OpsException.WrongUsage("--name is empty: give the client's name.", "--name est vide : donnez le nom du client.");

    private static Locale? LocaleOf(string? id, Language language)
    {
        if (id is null)
            return null;
        var all = string.Join(", ", Locale.All.Where(known => known.Language == language).Select(known => known.Id));
        return Locale.Find(id) is { } known && known.Language == language
            ? known
            : throw OpsException.WrongUsage(
                $"--locale is none of this language: choose one of {all}.",
                $"--locale n'est pas de cette langue : choisissez parmi {all}.");
    }

    private static string? CurrencyOf(string? code)
    {
        if (code is null || Currencies.Find(code) is not null)
            return code is null ? null : Currencies.Find(code);
        var nearest = Currencies.Nearest(code);
        throw OpsException.WrongUsage(
            "--currency is not an ISO 4217 code in use: " + (nearest is null ? "write for example EUR, CHF or USD." : $"did you mean {nearest}?"),
            "--currency n'est pas un code ISO 4217 en usage\u00a0: " + (nearest is null ? "écrivez par exemple EUR, CHF ou USD." : $"vouliez-vous dire {nearest}\u00a0?"));
    }

    private static string? ZoneOf(string? id) => id is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null
        ? id
        : throw OpsException.WrongUsage(
            "--zone is not an IANA time zone: write for example Europe/Paris.",
            "--zone n'est pas un fuseau horaire IANA : écrivez par exemple Europe/Paris.");

    private static EngagementSize SizeOf(string? word) => word?.ToLowerInvariant() switch
    {
        null or "small" => EngagementSize.Small,
        "solo" => EngagementSize.Solo,
        "sme" => EngagementSize.Sme,
        _ => throw OpsException.WrongUsage("--size is solo, small or sme.", "--size vaut solo, small ou sme."),
    };
}
