using NodaTime;
using OpsAutomation.Engagements.Yaml;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Ports;

namespace OpsAutomation.Engagements;

/// <summary>Reads the YAML file of an engagement (docs/engagement.md) and says everything that is wrong in it at once.</summary>
public static class EngagementReader
{
    private static readonly string[] KnownKpis = [.. KpiCatalogue.All.Select(definition => definition.Id)];
    private static readonly LocalizedText LocaleMissing = Expected.OneOf(Locale.All.Select(locale => locale.Id));

    /// <summary>
    /// Loads the libraries that a first reading waits for, without any of its own state: to be called on another thread while there is still
    /// something else to do.
    /// </summary>
    public static void Prepare()
    {
        _ = new YamlTree(new YamlErrors("")).Read("id: none");
        _ = DateTimeZoneProviders.Tzdb.GetZoneOrNull("Europe/Paris");
    }

    /// <summary>Reads an engagement.</summary>
    /// <param name="text">The file's name and content.</param>
    /// <param name="expected">The id under which the engagement is registered; null takes that of the file.</param>
    /// <param name="catalogue">The ids of KPIs that every engagement can name; null takes those of the catalogue.</param>
    /// <exception cref="OpsException">Refused: each error with file, line, field and what was expected.</exception>
    public static Engagement Read(ConfigurationText text, EngagementId? expected = null, IReadOnlyCollection<string>? catalogue = null)
    {
        var errors = new YamlErrors(text.Name);
        var root = new YamlTree(errors).Read(text.Yaml);
        if (errors.Any)
            throw errors.ToException();
        if (root is not YamlMapping mapping)
        {
            errors.Add(root?.Line ?? 1, "", Expected.Mapping);
            throw errors.ToException();
        }

        var fields = new YamlFields(mapping, "", errors);
        var context = new ReadingContext(errors, catalogue ?? KnownKpis);
        var engagement = Read(fields, context, expected);
        // Last: these name what the other sections hold.
        engagement = engagement with
        {
            Events = EventSection.Read(fields, context, engagement),
            Roadmap = ToolSection.Roadmap(fields, context, engagement),
            Access = AccessSection.Read(fields, context, engagement),
        };
        fields.Finish();
        return errors.Any ? throw errors.ToException() : engagement;
    }

    private static Engagement Read(YamlFields fields, ReadingContext context, EngagementId? expected)
    {
        var locale = RecipientSection.LocaleOf(fields, "locale") ?? fields.Missing("locale", LocaleMissing, Locale.FrFr);
        var size = fields.Choice("size", Words.Sizes) ?? EngagementSize.Small;
        var (country, region) = Place(fields, locale);
        var people = PeopleSection.People(fields, context);
        var kpis = KpiSection.Read(fields, context);
        var milestones = MilestoneSection.Read(fields, context);
        return new()
        {
            Id = Id(fields, expected),
            Name = fields.RequiredText("name"),
            Locale = locale,
            Address = fields.Choice("address", Words.Addresses) ?? FormOfAddress.Vous,
            Currency = fields.Parse("currency", Expected.CurrencyNear(fields.Text("currency")), Currencies.Find) ?? EngagementDefaults.CurrencyOf(locale),
            Country = country,
            Region = region,
            Zone = fields.Parse("zone", Expected.Zone, DateTimeZoneProviders.Tzdb.GetZoneOrNull) ?? DateTimeZoneProviders.Tzdb[EngagementDefaults.ZoneOf(locale)],
            OpeningHours = Hours(fields, context.Errors),
            FiscalYearStartMonth = fields.Integer("fiscalYearStart", 1, 12) ?? 1,
            Start = fields.Date("start") ?? fields.Missing("start", Expected.Date, new LocalDate(2000, 1, 1)),
            DaysPerWeek = fields.Number("daysPerWeek", 0, 7),
            DayRate = fields.Number("dayRate", 0),
            Size = size,
            State = fields.Choice("state", Words.States) ?? EngagementState.Active,
            Scope = SourceSection.Scope(fields),
            People = people,
            Sender = PeopleSection.Email(fields, "sender"),
            SenderTenant = PeopleSection.Tenant(fields, "senderTenant"),
            Kpis = kpis.Followed.Count > 0 ? kpis : kpis with { Followed = EngagementDefaults.FollowedKpis(size) },
            Milestones = milestones,
            Documents = DocumentSection.Read(fields, context),
            Recipients = RecipientSection.Read(fields, context, locale),
            Sources = SourceSection.Sources(fields, context),
            Webhooks = WebhookSection.Read(fields, context),
            Checklists = ChecklistSection.Read(fields, context),
            Publishing = PublishingSection.Read(fields, context),
            Imports = SourceSection.Imports(fields),
            Retention = RetentionSection.Read(fields),
            Raci = PeopleSection.Raci(fields, context),
            Capacity = PeopleSection.Capacity(fields),
            DataRoom = DataRoomSection.Read(fields, context),
            Continuity = ContinuitySection.Read(fields),
            Effort = EffortSection.Read(fields, milestones),
            Tools = ToolSection.Tools(fields, context),
            Processes = ProcessSection.Read(fields, context),
            Backlog = BacklogSection.Read(fields, context),
            Training = TrainingSection.Read(fields, context),
            Automations = AutomationSection.Read(fields, context),
            Routines = RoutineSection.Read(fields, context),
            Calendar = CalendarSection.Read(fields, context),
            DecisionRights = DecisionSection.Rights(fields, context),
            Policies = DecisionSection.Policies(fields, context),
        };
    }

    private static EngagementId Id(YamlFields fields, EngagementId? expected)
    {
        var id = fields.ParseValue<EngagementId>("id", Expected.EngagementId, text => EngagementId.TryParse(text, out var parsed) ? parsed : null);
        if (id is null && !fields.Has("id") && expected is null)
            fields.Missing("id", Expected.EngagementId, 0);
        if (id is { } stated && expected is { } known && stated != known)
            fields.Refuse("id", new($"{known} was expected, the id of this engagement", $"{known} est attendu, l'identifiant de cette mission"));
        return expected ?? id ?? default;
    }

    private static (string Country, string? Region) Place(YamlFields fields, Locale locale)
    {
        var stated = fields.Parse("country", Expected.Country, text => text.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null);
        var country = stated ?? EngagementDefaults.CountryOf(locale);
        var expected = new LocalizedText(
            $"a region of the country, such as {country}-{ExampleOf(country)}, was expected",
            $"une région du pays, par exemple {country}-{ExampleOf(country)}, est attendue");
        var region = fields.Parse("region", expected, text => text.Trim().ToUpperInvariant() is { Length: >= 4 and <= 6 } code
            && code.StartsWith(country + "-", StringComparison.Ordinal) ? code : null);
        return (country, region ?? (country == EngagementDefaults.CountryOf(locale) ? EngagementDefaults.RegionOf(locale) : null));
    }

    private static string ExampleOf(string country) => country switch
    {
        "FR" => "57",
        "CH" => "GE",
        "CA" => "QC",
        "GB" => "SCT",
        _ => "01",
    };

    private static OpeningHours? Hours(YamlFields root, YamlErrors errors)
    {
        if (root.Fields("openingHours") is not { } fields)
            return null;
        var days = new List<IsoDayOfWeek>();
        foreach (var day in fields.Texts("days"))
        {
            if (Words.Days.TryGetValue(day.Text, out var known))
                days.Add(known);
            else
                errors.Add(day.Line, day.Path, Expected.OneOf(Words.Days.Keys));
        }

        if (days.Count == 0)
            days.AddRange([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday]);
        var from = fields.Time("from") ?? fields.Missing("from", Expected.Time, LocalTime.Midnight);
        var to = fields.Time("to") ?? fields.Missing("to", Expected.Time, LocalTime.MaxValue);
        if (to <= from)
            fields.Refuse("to", new("a time after from was expected", "une heure postérieure à from est attendue"));
        fields.Finish();
        return new([.. days.Distinct()], from, to);
    }
}
