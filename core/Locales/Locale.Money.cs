namespace OpsAutomation.Locales;

/// <content>Money.</content>
public sealed partial record Locale
{
    /// <summary>
    /// An amount: <c>31 400 €</c> (U+00A0 before the currency), <c>1'234.50 CHF</c>, <c>€1,234.50</c>, <c>$1,234</c>.
    /// </summary>
    /// <param name="value">The amount.</param>
    /// <param name="currency">Its currency, ISO 4217; one without a usual symbol is shown by its code.</param>
    /// <param name="decimals">How many decimals; null shows none where the amount is whole or at least 1000, else two.</param>
    public string Money(decimal value, string currency, int? decimals = null) => Amount(value, currency, decimals, plus: false);

    /// <summary>A change of an amount with its sign: <c>+9 800 €</c>, <c>−$1,200</c>; zero has none.</summary>
    public string SignedMoney(decimal value, string currency, int? decimals = null) => Amount(value, currency, decimals, plus: true);

    private string Amount(decimal value, string currency, int? decimals, bool plus)
    {
        var places = decimals ?? (value == decimal.Truncate(value) || Math.Abs(value) >= 1000m ? 0 : 2);
        var rounded = Round(value, places);
        var digits = Digits(rounded, places);
        var symbol = SymbolOf(currency);
        var amount = CurrencyAfter ? digits + NoBreakSpace + symbol
            : char.IsAsciiLetter(symbol[^1]) ? symbol + NoBreakSpace + digits
            : symbol + digits;
        return SignOf(rounded, plus) + amount;
    }

    // A bare $ is the reader's own dollar, and the American one where the country has none.
    private string SymbolOf(string currency) => currency.ToUpperInvariant() switch
    {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => HomeDollar is "USD" ? "$" : Dollar("US"),
        "CAD" => HomeDollar is "CAD" ? "$" : Dollar("CA"),
        "AUD" => HomeDollar is "AUD" ? "$" : Dollar("AU"),
        "NZD" => HomeDollar is "NZD" ? "$" : Dollar("NZ"),
        var code => code,
    };

    private string HomeDollar => Id[^2..] switch
    {
        "CA" => "CAD",
        "AU" => "AUD",
        "NZ" => "NZD",
        _ => "USD",
    };

    // French writes 1 234 $ CA, English CA$1,234.
    private string Dollar(string country) => CurrencyAfter ? "$" + NoBreakSpace + country : country + "$";
}
