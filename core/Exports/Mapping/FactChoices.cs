using System.Buffers;
using NodaTime;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping;

/// <summary>What a person has to decide about a table before it can be imported.</summary>
internal static class FactChoices
{
    private const int MostNames = 40;
    private const int LongestName = 60;

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(":#'\",[]{}?");

    // Between two columns for these, figures would differ; a description that could be either column is left out with a warning.
    private static readonly HashSet<string> Decisive = new(StringComparer.OrdinalIgnoreCase)
    {
        "status", "amount", "created", "closed", "date", "due", "completed", "score", "value", "debit", "credit", "started", "ended", "cancelled", "kpi", "account", "document",
        "stage", "probability", "firstResponse", "firstResponseHours", "resolutionHours", "paid", "amountDue", "refunded", "kind", "becameCustomer", "isCustomer", "id",
        InputNames.UnitPrice, InputNames.Quantity, InputNames.AmountWithTax, InputNames.Mrr, InputNames.Churn, InputNames.IsWon, InputNames.IsClosed, InputNames.Amount, InputNames.Side,
    };

    private static readonly Dictionary<FactType, string[][]> Required = new()
    {
        [FactType.Deal] = [["amount", "status", "stage", "closed", "created", InputNames.IsWon, InputNames.WonOn]],
        [FactType.LedgerEntry] = [["account", "accountLabel"], ["debit", "credit", InputNames.Amount]],
        [FactType.SurveyResponse] = [["score"]],
        [FactType.Reading] = [["kpi"], ["date"], ["value"]],
        [FactType.Sale] = [["amount", InputNames.UnitPrice, InputNames.AmountWithTax, "amountDue", "document"]],
        [FactType.Payment] = [["amount", InputNames.Net]],
        [FactType.Subscription] = [["amount", "status", InputNames.Churn, InputNames.Mrr, "started", InputNames.UnitPrice]],
    };

    internal static MappingChoice NothingFits(ExportTable table)
    {
        var names = Enum.GetNames<FactType>();
        return new("fact", new(
            $"{table.FileName}: what its rows are cannot be told from the columns ({Columns(table)}). Say it with --as PROFILE, or with --map FILE.yaml: `fact:` and `columns:`. Kinds of records: {string.Join(", ", names)}.",
            $"{table.FileName}\u00a0: les colonnes ({Columns(table)}) ne permettent pas de dire ce que sont ses lignes. Précisez-le avec --as PROFIL, ou avec --map FICHIER.yaml\u00a0: `fact:` et `columns:`. Natures possibles\u00a0: {string.Join(", ", names)}."), names);
    }

    internal static MappingChoice SeveralFit(ExportTable table, IReadOnlyList<Profile> profiles)
    {
        var names = profiles.Select(profile => profile.Id).ToList();
        return new("fact", new(
            $"{table.FileName}: its rows could equally be {string.Join(" or ", profiles.Select(profile => profile.Fact))}. Choose with --as {string.Join(" or --as ", names)}.",
            $"{table.FileName}\u00a0: ses lignes peuvent aussi bien être {string.Join(" ou ", profiles.Select(profile => profile.Fact))}. Choisissez avec --as {string.Join(" ou --as ", names)}."), names);
    }

    internal static List<MappingChoice> Of(ExportTable table, Profile profile, ColumnAssignment assignment, LocalDate? periodEnd)
    {
        var choices = new List<MappingChoice>();
        foreach (var (input, columns) in assignment.Ties.Where(tie => Decisive.Contains(tie.Input)))
        {
            var names = columns.Select(column => table.Header[column]).ToList();
            choices.Add(new(input, new(
                $"{table.FileName}: {names.Count} columns fit `{input}` equally: “{string.Join("”, “", names)}”. Choose in a file for --map: `columns:` with a line `{Quoted(names[0])}: {input}`, and `ignore` for the others.",
                $"{table.FileName}\u00a0: {names.Count} colonnes conviennent aussi bien pour `{input}`\u00a0: «\u00a0{string.Join("\u00a0», «\u00a0", names)}\u00a0». Choisissez dans un fichier pour --map\u00a0: `columns:` avec une ligne `{Quoted(names[0])}: {input}`, et `ignore` pour les autres."), names));
        }

        foreach (var group in Required.GetValueOrDefault(profile.Fact, []))
        {
            if (group.Any(assignment.Has) || choices.Exists(choice => group.Contains(choice.Field, StringComparer.OrdinalIgnoreCase)))
                continue;
            var fields = string.Join(" / ", group);
            choices.Add(new(group[0], new(
                $"{table.FileName}: no column was found for `{fields}` of {profile.Fact}. Name it in a file for --map: `columns:` with a line `column: {group[0]}`. Columns: {Columns(table)}.",
                $"{table.FileName}\u00a0: aucune colonne n’a été trouvée pour `{fields}` de {profile.Fact}. Indiquez-la dans un fichier pour --map\u00a0: `columns:` avec une ligne `colonne: {group[0]}`. Colonnes\u00a0: {Columns(table)}."), [.. table.Header]));
        }

        if (profile.Shape == "profit-and-loss" && periodEnd is null && !assignment.Has("date"))
        {
            choices.Add(new("date", new(
                $"{table.FileName}: the report does not say which period it is about. Give its last day with --taken DATE.",
                $"{table.FileName}\u00a0: le rapport ne dit pas sur quelle période il porte. Donnez-en le dernier jour avec --taken DATE."), []));
        }

        return choices;
    }

    internal static void WarnOfLeftOut(ExportTable table, ColumnAssignment assignment, List<LocalizedText> warnings)
    {
        foreach (var (input, columns) in assignment.Ties.Where(tie => !Decisive.Contains(tie.Input)))
        {
            var names = string.Join("”, “", columns.Select(column => table.Header[column]));
            var french = string.Join("\u00a0», «\u00a0", columns.Select(column => table.Header[column]));
            warnings.Add(new($"Several columns fit `{input}` equally (“{names}”): none is used.", $"Plusieurs colonnes conviennent aussi bien pour `{input}` («\u00a0{french}\u00a0»)\u00a0: aucune n’est utilisée."));
        }

        foreach (var (input, column) in assignment.Misfits.Where(misfit => Decisive.Contains(misfit.Input) && !assignment.Has(misfit.Input) && !assignment.IsUsed(misfit.Column)))
        {
            warnings.Add(new(
                $"Column “{table.Header[column]}” is named like `{input}`, but most of its values are of another kind: it is not used.",
                $"La colonne «\u00a0{table.Header[column]}\u00a0» porte un nom de `{input}`, mais la plupart de ses valeurs sont d’une autre nature\u00a0: elle n’est pas utilisée."));
        }
    }

    // A header that is no header, of a picture named .csv for example, must not reach a terminal as it is.
    private static string Columns(ExportTable table)
    {
        var names = table.Header.Take(MostNames).Select(name => name.Length == 0 ? "(…)" : Readable(name));
        return string.Join(", ", names) + (table.Header.Count > MostNames ? ", …" : "");
    }

    private static string Readable(string name)
    {
        var clean = string.Concat(name.Where(letter => !char.IsControl(letter) && letter != '\ufffd'));
        return clean.Length > LongestName ? clean[..LongestName] + "…" : clean;
    }

    private static string Quoted(string name) => name.AsSpan().ContainsAny(NeedQuotes) ? $"\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : name;
}
