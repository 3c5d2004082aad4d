using NodaTime;
using OpsAutomation.Locales;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>recipients</c>: who gets the digest, when and in which language.</summary>
internal static class RecipientSection
{
    public static IReadOnlyList<Recipient> Read(YamlFields root, ReadingContext context, Locale clients)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. root.List("recipients").Select(item => ReadOne(item, context, clients, seen))];
    }

    /// <summary>A locale, or null.</summary>
    public static Locale? LocaleOf(YamlFields fields, string key) =>
        fields.Parse(key, Expected.OneOf(Locale.All.Select(locale => locale.Id)), Locale.Find);

    // Read under both of its names, so that neither is unknown.
    private static bool IsReviewed(YamlFields item)
    {
        var flag = item.Flag("reviewRequired");
        return item.Choice("review", Words.Reviews) ?? flag ?? false;
    }

    private static Recipient ReadOne(YamlFields item, ReadingContext context, Locale clients, HashSet<string> seen)
    {
        var id = item.RequiredText("id");
        if (id.Length > 0 && !seen.Add(id))
            item.Refuse("id", Expected.Unique);
        var kpis = context.Kpis(item, "kpis");
        if (kpis.Count > 5)
            item.Refuse("kpis", new("at most five KPIs were expected", "cinq indicateurs au plus sont attendus"));
        var recipient = new Recipient
        {
            Id = id,
            Name = item.RequiredText("name"),
            Email = PeopleSection.Email(item, "email") ?? item.Missing("email", Expected.Email, ""),
            Locale = LocaleOf(item, "locale") ?? clients,
            Kpis = kpis,
            Day = item.Choice("day", Words.Days) ?? IsoDayOfWeek.Monday,
            Time = item.Time("time") ?? new(7, 30),
            ReviewRequired = IsReviewed(item),
            Latest = item.Time("latest"),
            SendUnapproved = item.Flag("sendUnapproved") ?? false,
            AttachDocuments = item.Choice("attach", Words.Attachments) ?? false,
            Links = item.Choice("links", Words.Links) ?? RecipientLinks.Act,
            Pause = item.Fields("pause") is { } pause ? PeopleSection.Pause(pause) : null,
        };
        if (recipient.Latest < recipient.Time)
            item.Refuse("latest", new("a time that is not before time was expected", "une heure qui ne précède pas time est attendue"));
        item.Finish();
        return recipient;
    }
}
