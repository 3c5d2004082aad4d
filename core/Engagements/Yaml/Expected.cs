namespace OpsAutomation.Engagements.Yaml;

/// <summary>What a field was expected to hold, as the errors say it.</summary>
internal static class Expected
{
    public static readonly LocalizedText Text = new("a text was expected", "un texte est attendu");
    public static readonly LocalizedText Flag = new("true or false was expected", "true ou false est attendu");
    public static readonly LocalizedText Date = new("a date such as 2026-10-05 was expected", "une date comme 2026-10-05 est attendue");
    public static readonly LocalizedText Time = new("a time such as 07:30 was expected", "une heure comme 07:30 est attendue");
    public static readonly LocalizedText Mapping = new("fields with their values (key: value) were expected", "des champs avec leur valeur (clé\u00a0: valeur) sont attendus");
    public static readonly LocalizedText List = new("a list was expected: one line per item, each after a hyphen", "une liste est attendue\u00a0: une ligne par élément, chacune après un tiret");
    public static readonly LocalizedText Bilingual = new("a text, or one each under en and fr, was expected", "un texte, ou un sous en et un sous fr, est attendu");
    public static readonly LocalizedText Zone = new("an IANA time zone such as Europe/Paris was expected", "un fuseau horaire IANA comme Europe/Paris est attendu");
    public static readonly LocalizedText Currency = new("an ISO 4217 currency such as EUR was expected", "une devise ISO 4217 comme EUR est attendue");
    public static readonly LocalizedText Country = new("an ISO 3166 country such as FR was expected", "un pays ISO 3166 comme FR est attendu");
    public static readonly LocalizedText Email = new("an e-mail address was expected", "une adresse e-mail est attendue");
    public static readonly LocalizedText Person = new("the id of a person listed under people was expected", "l'identifiant d'une personne de la liste people est attendu");
    public static readonly LocalizedText Unique = new("the id is already used above: another one was expected", "l'identifiant est déjà utilisé plus haut\u00a0: un autre est attendu");
    public static readonly LocalizedText Order = new("a last day that is not before the first was expected", "un dernier jour qui ne précède pas le premier est attendu");

    public static readonly LocalizedText EngagementId = new(
        "1 to 63 lower-case letters, digits and inner hyphens were expected, such as atelier-lumen",
        "de 1 à 63 lettres minuscules, chiffres et tirets intérieurs sont attendus, par exemple atelier-lumen");

    public static LocalizedText Number(decimal? least, decimal? most) => (least, most) switch
    {
        ({ } low, { } high) => new($"a number from {low} to {high} was expected", $"un nombre de {low} à {high} est attendu"),
        ({ } low, null) => new($"a number of at least {low} was expected, such as 1234.5", $"un nombre d'au moins {low} est attendu, par exemple 1234.5"),
        _ => new("a number such as 1234.5 was expected", "un nombre comme 1234.5 est attendu"),
    };

    public static LocalizedText Integer(int least, int most) =>
        new($"a whole number from {least} to {most} was expected", $"un nombre entier de {least} à {most} est attendu");

    public static LocalizedText CurrencyNear(string? typed) => typed is not null && Currencies.Nearest(typed) is { } nearest
        ? new($"{Currency.En}: did you mean {nearest}?", $"{Currency.Fr}\u00a0: vouliez-vous dire {nearest}\u00a0?")
        : Currency;

    public static LocalizedText OneOf(IEnumerable<string> words)
    {
        var list = string.Join(", ", words);
        return new($"one of {list} was expected", $"une de ces valeurs est attendue\u00a0: {list}");
    }

    public static LocalizedText Missing(LocalizedText expected) => new($"it is missing: {expected.En}", $"il manque\u00a0: {expected.Fr}");

    public static LocalizedText KnownKey(string key, string? nearest, IEnumerable<string> known) => nearest is not null
        ? new($"the key {key} is not known: did you mean {nearest}?", $"la clé {key} n'est pas connue\u00a0: vouliez-vous dire {nearest}\u00a0?")
        : new($"the key {key} is not known: {OneOf(known).En}", $"la clé {key} n'est pas connue\u00a0: {OneOf(known).Fr}");

    public static LocalizedText Kpi(string? nearest) => nearest is not null
        ? new($"the id of a KPI was expected: did you mean {nearest}?", $"l'identifiant d'un indicateur est attendu\u00a0: vouliez-vous dire {nearest}\u00a0?")
        : new("the id of a KPI of the catalogue (docs/kpis.md) or of kpis.custom was expected", "l'identifiant d'un indicateur du catalogue (docs/kpis.md) ou de kpis.custom est attendu");
}
