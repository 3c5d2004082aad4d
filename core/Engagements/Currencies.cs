namespace OpsAutomation.Engagements;

/// <summary>The currencies in use, by their codes (ISO 4217, funds and precious metals left out).</summary>
public static class Currencies
{
    // Of several codes that are equally near, the one that small companies bill in most.
    private static readonly string[] Usual = ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD"];

    private static readonly HashSet<string> Codes = new(
        ("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK "
        + "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF "
        + "KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK "
        + "PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
        + "USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG").Split(' '),
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR", ["EURO"] = "EUR", ["EUROS"] = "EUR", ["$"] = "USD", ["US$"] = "USD", ["DOLLAR"] = "USD", ["DOLLARS"] = "USD", ["£"] = "GBP", ["POUND"] = "GBP", ["POUNDS"] = "GBP",
        ["LIVRE"] = "GBP", ["LIVRES"] = "GBP", ["STG"] = "GBP", ["UKP"] = "GBP", ["FR"] = "CHF", ["FRS"] = "CHF", ["SFR"] = "CHF", ["FRANC"] = "CHF", ["FRANCS"] = "CHF", ["CAN"] = "CAD", ["C$"] = "CAD", ["A$"] = "AUD",
    };

    /// <summary>The code as it is written, in capitals; null where no currency in use has it.</summary>
    public static string? Find(string code) => code.Trim().ToUpperInvariant() is var upper && Codes.Contains(upper) ? upper : null;

    /// <summary>The code that was most likely meant, or null.</summary>
    public static string? Nearest(string typed)
    {
        var word = typed.Trim().ToUpperInvariant();
        if (Names.TryGetValue(word, out var named))
            return named;
        return word.Length != 3 ? null : Usual.Concat(Codes.Order(StringComparer.Ordinal)).FirstOrDefault(code => HasLettersOf(code, word))
            ?? Usual.Concat(Codes.Order(StringComparer.Ordinal)).FirstOrDefault(code => code.Where((letter, index) => letter != word[index]).Count() == 1);
    }

    private static bool HasLettersOf(string code, string word) => code.Order().SequenceEqual(word.Order());
}
