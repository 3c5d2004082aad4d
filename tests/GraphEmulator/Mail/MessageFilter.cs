using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>The filters on messages that the product uses, joined by <c>and</c>; another one is refused, so that no test passes by chance.</summary>
internal static partial class MessageFilter
{
    /// <summary>The messages that a filter finds, or null where it is not understood.</summary>
    public static IReadOnlyList<StoredMessage>? Apply(IReadOnlyList<StoredMessage> messages, string? filter, MailStore store)
    {
        var rest = filter ?? "";
        IEnumerable<StoredMessage> found = messages;
        while (rest.Length > 0)
        {
            var term = TermPattern().Match(rest);
            if (!term.Success)
                return null;
            if (Test(term, store) is not { } test)
                return null;
            found = found.Where(test);
            rest = rest[term.Length..];
        }

        return [.. found];
    }

    private static Func<StoredMessage, bool>? Test(Match term, MailStore store)
    {
        if (term.Groups["property"].Success)
        {
            var (id, value) = (Unquote(term.Groups["property"].Value), Unquote(term.Groups["value"].Value));
            return message => message.Properties.TryGetValue(id, out var property)
                && property.Value.Equals(value, StringComparison.OrdinalIgnoreCase) && store.IsIndexed(property.Set);
        }

        var (field, comparison, operand) = (term.Groups["field"].Value, term.Groups["comparison"].Value, term.Groups["operand"].Value);
        return field.ToLowerInvariant() switch
        {
            "isdraft" => message => message.IsDraft == IsTrue(operand),
            "isread" => message => message.IsRead == IsTrue(operand),
            "hasattachments" => message => (message.Attachments.Count > 0) == IsTrue(operand),
            "internetmessageid" => message => message.InternetMessageId == Unquote(operand[1..^1]),
            "subject" => message => message.Subject == Unquote(operand[1..^1]),
            "from/emailaddress/address" => message => string.Equals(message.From?.Address, Unquote(operand[1..^1]), StringComparison.OrdinalIgnoreCase),
            "createddatetime" or "receiveddatetime" => message => Compare(message.Created, comparison, operand),
            _ => null,
        };
    }

    private static bool IsTrue(string operand) => operand.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static bool Compare(DateTimeOffset moment, string comparison, string operand)
    {
        var sign = moment.CompareTo(DateTimeOffset.Parse(operand, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        return comparison switch { "ge" => sign >= 0, "gt" => sign > 0, "le" => sign <= 0, "lt" => sign < 0, _ => sign == 0 };
    }

    private static string Unquote(string text) => text.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^\s*(?:singleValueExtendedProperties/any\(\s*(?<v>\w+)\s*:\s*\k<v>/id eq '(?<property>(?:[^']|'')*)'\s+and\s+\k<v>/value eq '(?<value>(?:[^']|'')*)'\s*\)|(?<field>[\w/]+) (?<comparison>eq|ge|gt|le|lt) (?<operand>'(?:[^']|'')*'|\S+))(?:\s+and\s+|\s*$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex TermPattern();
}
