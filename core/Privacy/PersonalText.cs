using System.Text.RegularExpressions;

namespace OpsAutomation.Privacy;

/// <summary>Tells by their look the texts that are likely to name somebody.</summary>
internal static partial class PersonalText
{
    /// <summary>Replaces each mail address in a text.</summary>
    public static string Emails(string text, Func<string, string> replacement) => EmailPattern().Replace(text, match => replacement(match.Value));

    /// <summary>The mail addresses in a text.</summary>
    public static IEnumerable<string> EmailsIn(string text) => text.Contains('@') ? EmailPattern().Matches(text).Select(match => match.Value) : [];

    /// <summary>Whether the text is one mail address and nothing else.</summary>
    public static bool IsEmail(string text) => text.Contains('@') && EmailPattern().Match(text) is { Success: true } match && match.Length == text.Length;

    /// <summary>Whether the text is a web address, with or without its scheme, or a domain.</summary>
    public static bool IsUrl(string text) => UrlPattern().IsMatch(text);

    /// <summary>Whether the text is a code: without blanks and with a digit, or nothing but digits and the signs of telephone numbers.</summary>
    public static bool IsCode(string text) => CodePattern().IsMatch(text) || PhonePattern().IsMatch(text);

    [GeneratedRegex(@"[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^(?:https?://\S+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,12}(?:/\S*)?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UrlPattern();

    [GeneratedRegex(@"^(?=[^0-9]*[0-9])[!-~]{1,120}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"^[+(]?[0-9][0-9 ().\u00a0\u202f/-]{5,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex PhonePattern();
}
