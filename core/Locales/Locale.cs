namespace OpsAutomation.Locales;

/// <summary>
/// A reader's locale such as <c>fr-FR</c>, <c>fr-CH</c> or <c>en-GB</c>: language, marks of numbers and order of dates.
/// The rules are the product's own and never the machine's.
/// </summary>
public sealed partial record Locale
{
    private Locale(string id, Language language, char decimalMark, string groupSeparator, DateOrder dateOrder, bool currencyAfter)
    {
        Id = id;
        Language = language;
        DecimalMark = decimalMark;
        GroupSeparator = groupSeparator;
        DateOrder = dateOrder;
        CurrencyAfter = currencyAfter;
    }

    /// <summary>The identifier, <c>language-COUNTRY</c>.</summary>
    public string Id { get; }

    /// <summary>The language of texts.</summary>
    public Language Language { get; }

    /// <summary>The decimal mark, <c>.</c> or <c>,</c>.</summary>
    public char DecimalMark { get; }

    /// <summary>What separates thousands: U+202F in French of France, <c>,</c> in English, <c>'</c> in Switzerland.</summary>
    public string GroupSeparator { get; }

    /// <summary>The order of day and month in numeric dates.</summary>
    public DateOrder DateOrder { get; }

    /// <summary>Whether the currency follows the number.</summary>
    public bool CurrencyAfter { get; }

    /// <summary>French of France.</summary>
    public static Locale FrFr { get; } = new("fr-FR", Language.French, ',', "\u202f", DateOrder.DayFirst, currencyAfter: true);

    /// <summary>French of Belgium.</summary>
    public static Locale FrBe { get; } = new("fr-BE", Language.French, ',', "\u202f", DateOrder.DayFirst, currencyAfter: true);

    /// <summary>French of Switzerland: <c>1'234.50 CHF</c>.</summary>
    public static Locale FrCh { get; } = new("fr-CH", Language.French, '.', "'", DateOrder.DayFirst, currencyAfter: true);

    /// <summary>French of Canada: U+00A0 between thousands; numeric dates are year first in writing, and files open to doubt are read day first.</summary>
    public static Locale FrCa { get; } = new("fr-CA", Language.French, ',', "\u00a0", DateOrder.DayFirst, currencyAfter: true);

    /// <summary>English of Great Britain.</summary>
    public static Locale EnGb { get; } = new("en-GB", Language.English, '.', ",", DateOrder.DayFirst, currencyAfter: false);

    /// <summary>English of the United States.</summary>
    public static Locale EnUs { get; } = new("en-US", Language.English, '.', ",", DateOrder.MonthFirst, currencyAfter: false);

    /// <summary>English of Canada.</summary>
    public static Locale EnCa { get; } = new("en-CA", Language.English, '.', ",", DateOrder.MonthFirst, currencyAfter: false);

    /// <summary>English of Ireland.</summary>
    public static Locale EnIe { get; } = new("en-IE", Language.English, '.', ",", DateOrder.DayFirst, currencyAfter: false);

    /// <summary>English of Australia.</summary>
    public static Locale EnAu { get; } = new("en-AU", Language.English, '.', ",", DateOrder.DayFirst, currencyAfter: false);

    /// <summary>English of New Zealand.</summary>
    public static Locale EnNz { get; } = new("en-NZ", Language.English, '.', ",", DateOrder.DayFirst, currencyAfter: false);

    /// <summary>Every locale that the product knows.</summary>
    public static IReadOnlyList<Locale> All { get; } = [FrFr, FrBe, FrCh, FrCa, EnUs, EnGb, EnCa, EnIe, EnAu, EnNz];

    /// <summary>The locale of that identifier, whatever its case, or null.</summary>
    public static Locale? Find(string id) => All.FirstOrDefault(locale => string.Equals(locale.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The default locale of a language: fr-FR or en-US.</summary>
    public static Locale Of(Language language) => language == Language.French ? FrFr : EnUs;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
