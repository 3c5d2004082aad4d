using System.Buffers;
using System.Text;
using OpsAutomation.Exports.Mapping.Completion;
using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Privacy;

/// <summary>Gives whoever and whatever a file names a pseudonym, and keeps its figures, its dates and the words that records are told apart by.</summary>
internal sealed class AnonymousEditor(Pseudonyms pseudonyms) : IRecordEditor
{
    private const int LongestName = 40;
    private static readonly SearchValues<char> NoNames = SearchValues.Create("\r\n\t,;:?!0123456789");
    private static readonly string[] ThirdParties = ["108", "16", "17", "26", "27", "40", "41", "42", "45", "46", "47"];
    private readonly OpeningEntries openings = new();

    /// <inheritdoc/>
    public void Edit(RecordCells record)
    {
        var isThirdParty = IsThirdParty(record);
        for (var cell = 0; cell < record.Count; cell++)
        {
            var treatment = record.TreatmentOf(cell);
            if (treatment == CellTreatment.AccountLabel)
                treatment = isThirdParty ? CellTreatment.Subject : CellTreatment.Keep;
            record[cell] = EditLoose(record[cell], treatment);
        }
    }

    /// <inheritdoc/>
    public string EditLoose(string text, CellTreatment treatment)
    {
        var trimmed = text.Trim(' ', '\t', '\r', '\n', '\u00a0', '\u202f', '\u2007', '\ufeff');
        if (treatment == CellTreatment.Keep || trimmed.Length == 0 || Utf8Text.IsMissing(Encoding.UTF8.GetBytes(trimmed)))
            return text;
        var replaced = treatment switch
        {
            CellTreatment.Number => IsFigure(trimmed) ? trimmed : Text(trimmed),
            CellTreatment.Time => IsMoment(trimmed) ? trimmed : Text(trimmed),
            CellTreatment.Category => pseudonyms.Emails(trimmed),
            CellTreatment.Code => Parts(trimmed, part => Known(part) ?? pseudonyms.Filler(part)),
            CellTreatment.Subject or CellTreatment.Staff => Parts(trimmed, part => Known(part) ?? pseudonyms.Name(part)),
            CellTreatment.Account => Account(trimmed),
            CellTreatment.EntryLabel => openings.Holds(default, Encoding.UTF8.GetBytes(trimmed)) ? "A NOUVEAU" : Text(trimmed),
            _ => Text(trimmed),
        };
        var at = text.IndexOf(trimmed, StringComparison.Ordinal);
        return trimmed.Length == text.Length ? replaced : $"{text[..at]}{replaced}{text[(at + trimmed.Length)..]}";
    }

    private string Text(string text) => Known(text) ?? (LooksLikeName(text) ? pseudonyms.Name(text) : pseudonyms.Filler(pseudonyms.Emails(text)));

    private string? Known(string text)
    {
        if (PersonalText.IsEmail(text))
            return pseudonyms.Email(text);
        if (text.Contains('@') && text.Length <= LongestName * 2 && text.EndsWith('>'))
            return pseudonyms.Emails(text[text.IndexOf('<', StringComparison.Ordinal)..]);
        if (PersonalText.IsCode(text) && !text.Contains("://", StringComparison.Ordinal))
            return pseudonyms.Filler(text);
        return PersonalText.IsUrl(text) ? pseudonyms.Url(text) : null;
    }

    // Lists of people or ids: "a;b", and "[a,b]" as ClickUp has them.
    private static string Parts(string text, Func<string, string> replace)
    {
        if (text.Length > 2 && text[0] == '[' && text[^1] == ']')
            return $"[{string.Join(',', text[1..^1].Split(',').Select(part => Part(part, replace)))}]";
        return text.Contains(';') ? string.Join(';', text.Split(';').Select(part => Part(part, replace))) : replace(text);
    }

    private static string Part(string part, Func<string, string> replace)
    {
        var trimmed = part.Trim();
        return trimmed.Length == 0 ? part : part.Replace(trimmed, replace(trimmed), StringComparison.Ordinal);
    }

    // "411DUPONT": the class of the account is what figures are made by.
    private string Account(string account)
    {
        var digits = 0;
        while (digits < account.Length && char.IsAsciiDigit(account[digits]))
            digits++;
        return digits == account.Length || digits == 0 ? account : account[..digits] + pseudonyms.Filler(account[digits..]);
    }

    // The account of one supplier, customer, employee or associate; "411000 Clients" is that of all.
    private static bool IsThirdParty(RecordCells record)
    {
        var account = record.Find(record.Layout.Find("account"))?.Trim() ?? "";
        return account.Any(char.IsLetter) || (Array.Exists(ThirdParties, prefix => account.StartsWith(prefix, StringComparison.Ordinal)) && account.TrimEnd('0').Length > 3);
    }

    private static bool IsFigure(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return CellLook.IsAmount(text) || NumberText.TryParse(utf8, 0, out _, out _) || DurationText.TryParse(utf8, out _) || FlagText.TryParse(utf8, out _);
    }

    private static bool IsMoment(string text) => CellLook.IsAmount(text) || DateText.TryParse(Encoding.UTF8.GetBytes(text), null, out _, out _);

    private static bool LooksLikeName(string text)
    {
        if (text.Length > LongestName || text.AsSpan().ContainsAny(NoNames))
            return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 2 or 3 && Array.TrueForAll(words, word => char.IsUpper(word[0]));
    }
}
