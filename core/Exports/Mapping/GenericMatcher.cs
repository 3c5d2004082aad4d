using OpsAutomation.Exports.Profiles;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Maps a file of no known vendor: by synonyms of its headers in both languages, confirmed by the look of its values.</summary>
internal sealed class GenericMatcher(IReadOnlyList<string> header, TableSample sample, string places)
{
    private const decimal Fitting = 0.5m;
    private const decimal EnoughEvidence = 2m;
    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal) { "state", "etat", "issue", "result", "resultat", "outcome", "type", "phase", "step", "progress" };
    private WordList? words;
    private readonly string[] keys = [.. header.Select(HeaderName.Key)];
    private readonly string[] bareKeys = [.. header.Select(HeaderName.KeyWithoutQualifier)];

    /// <summary>The columns of a profile's inputs, better synonyms first, whatever the input.</summary>
    internal ColumnAssignment Assign(Profile profile)
    {
        var assignment = new ColumnAssignment();
        var schema = InputSchema.Of(profile.Fact);
        words = WordsOf(profile);
        var depth = profile.Columns.Max(column => column.Tiers.Count);
        for (var tier = 0; tier < depth; tier++)
        {
            foreach (var column in profile.Columns)
            {
                if (tier < column.Tiers.Count && !assignment.Has(column.Field) && !assignment.Ties.Exists(tie => tie.Input == column.Field))
                    Assign(assignment, profile, schema[column.Field], column.Tiers[tier], tier);
            }
        }

        if (profile.Converted.Count > 0)
            PreferConverted(assignment, profile, schema);
        return assignment;
    }

    /// <summary>How much speaks for a kind of record; null where the columns that it needs are not there, or no name speaks for it.</summary>
    internal decimal? Score(Profile profile, ColumnAssignment assignment)
    {
        if (!profile.Needs.All(group => group.Any(input => assignment.Has(input) || assignment.Ties.Exists(tie => tie.Input == input))))
            return null;
        var score = 0m;
        foreach (var (word, weight) in profile.Evidence)
        {
            if (keys.Any(key => key.Contains(word, StringComparison.Ordinal)))
                score += weight;
            if (places.Contains(word, StringComparison.Ordinal))
                score += weight / 2m;
        }

        return score < EnoughEvidence ? null : score + (0.5m * assignment.Count);
    }

    private void Assign(ColumnAssignment assignment, Profile profile, InputField input, IReadOnlyList<HeaderPattern> tier, int depth)
    {
        var candidates = new List<(int Column, decimal Certainty)>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (assignment.IsUsed(i) || Match(tier, i) is not { } match)
                continue;
            if (match.IsWide && IsNamedFor(profile, input.Name, i))
                continue;
            var look = LookOf(input, sample.Columns[i], keys[i]);
            if (look < Fitting && input.Name == "id" && IsRepeatedId(profile, sample.Columns[i], depth))
                look = 0.8m;
            if (look < Fitting && !match.IsWide && sample.Columns[i].Count > 0)
                assignment.Misfits.Add((input.Name, i));
            if (look >= Fitting)
                candidates.Add((i, Math.Round(Math.Max(0.6m, 0.95m - (0.02m * depth) - (match.IsWide ? 0.15m : 0m)) * look, 2)));
        }

        if (candidates.Count > 1)
            candidates = Narrow(candidates);
        if (candidates.Count == 1 || (candidates.Count > 1 && input.Name == "id"))
            assignment.Set(input.Name, candidates[0].Column, candidates[0].Certainty);
        else if (candidates.Count > 1)
            assignment.Ties.Add((input.Name, [.. candidates.Select(candidate => candidate.Column)]));
    }

    // A log has a row for each change of a record, and an export may repeat records: the id of a ticket, a deal or a task is its id all the same.
    private bool IsRepeatedId(Profile profile, ColumnLook look, int depth)
    {
        if (profile.Fact is not (FactType.Ticket or FactType.Deal or FactType.Task) || IsTime(look))
            return false;
        return HasModified(profile) ? look.DistinctShare >= 0.02m && look.Distinct > 1 : depth == 0 && look.DistinctShare >= 0.3m;
    }

    // Long numbers could all be seconds since 1970; under the name of an id they are ids.
    private static bool IsTime(ColumnLook look) => look.DateShare >= 0.9m && look.NumberShare < 0.9m;

    private bool HasModified(Profile profile)
    {
        var tiers = profile.Columns.Where(column => column.Field == "modified").SelectMany(column => column.Tiers).ToList();
        return Enumerable.Range(0, keys.Length).Any(i => sample.Columns[i].DateShare >= Fitting && tiers.Exists(tier => Match(tier, i) is not null));
    }

    // Empty columns give way to filled ones, and of columns with equal values the first is as good as any.
    private List<(int Column, decimal Certainty)> Narrow(List<(int Column, decimal Certainty)> candidates)
    {
        var filled = candidates.FindAll(candidate => sample.Columns[candidate.Column].Count > 0);
        if (filled.Count > 0)
            candidates = filled;
        return [.. candidates.DistinctBy(candidate => sample.Columns[candidate.Column].Fingerprint)];
    }

    private void PreferConverted(ColumnAssignment assignment, Profile profile, InputSchema schema)
    {
        var converted = new ColumnAssignment();
        foreach (var column in profile.Converted)
        {
            foreach (var tier in column.Tiers)
            {
                if (!converted.Has(column.Field))
                    Assign(converted, profile, schema[column.Field], tier, 0);
            }
        }

        if (!converted.Has(profile.Converted[0].Field))
            return;
        foreach (var column in profile.Converted)
            assignment.Drop(column.Field);
        for (var i = 0; i < keys.Length; i++)
        {
            if (converted.Of(i) is { } found)
                assignment.Set(found.Input, i, found.Certainty);
        }
    }

    private HeaderPattern? Match(IReadOnlyList<HeaderPattern> tier, int column)
    {
        HeaderPattern? wide = null;
        foreach (var pattern in tier)
        {
            if (!pattern.Matches(keys[column]) && !pattern.Matches(bareKeys[column]))
                continue;
            if (!pattern.IsWide)
                return pattern;
            wide ??= pattern;
        }

        return wide;
    }

    // A wide pattern never takes a column that is exactly another input's.
    private bool IsNamedFor(Profile profile, string input, int column) =>
        profile.Columns.Any(other => other.Field != input && other.Tiers.Any(tier => Match(tier, column) is { IsWide: false }));

    private decimal LookOf(InputField input, ColumnLook look, string key)
    {
        if (look.Count == 0)
            return 0.7m;
        if (input.Field == SurveyResponseFields.Score)
            return look.ScoreShare >= 0.9m ? look.ScoreShare : 0m;
        return input.Kind switch
        {
            FieldKind.Number => look.DateShare > 0.9m && look.NumberShare < 0.5m ? 0m : input.IsHours && look.NumberShare < 0.5m ? look.DateShare > 0.1m ? 0m : 0.7m : look.NumberShare,
            FieldKind.Time => look.DateShare,
            FieldKind.Flag => look.FlagShare >= 0.9m ? look.FlagShare : 0m,
            _ => TextLook(input, look, key),
        };
    }

    private decimal TextLook(InputField input, ColumnLook look, string key) => input.Name switch
    {
        "id" => look.DistinctShare >= 0.9m && !IsTime(look) ? 1m : 0m,
        "email" => look.AddressShare >= 0.5m ? 1m : 0m,
        "currency" or InputNames.Interval => look.NumberShare > 0.5m || look.Distinct > 60 ? 0m : 1m,
        "status" or "stage" => look.DateShare > 0.5m || look.Distinct > Math.Max(60, look.Count / 2) ? 0m : StatusLook(look, key),
        InputNames.Churn => look.Distinct <= 6 ? 1m : 0m,
        _ => look.DateShare > 0.9m && look.NumberShare < 0.5m ? 0m : 1m,
    };

    // A name such as "state" may be anything, a federal state too: its values decide.
    private decimal StatusLook(ColumnLook look, string key)
    {
        if (look.Texts.Any(text => words!.Find(System.Text.Encoding.UTF8.GetBytes(text)) is not null))
            return 1m;
        return Vague.Contains(key) ? 0m : 0.7m;
    }

    private static WordList WordsOf(Profile profile) => profile.Fact switch
    {
        FactType.Deal => new(profile.Status, CommonWords.Of("deal")),
        FactType.Ticket => new(profile.Status, CommonWords.Of("ticket")),
        FactType.Task => new(profile.Status, CommonWords.Of("task")),
        FactType.Sale => new(profile.Status, CommonWords.Of("sale")),
        FactType.Payment => new(profile.Status, CommonWords.Of("payment")),
        FactType.Subscription => new(profile.Status, CommonWords.Of("subscription")),
        _ => new(CommonWords.Of("customer")),
    };
}
