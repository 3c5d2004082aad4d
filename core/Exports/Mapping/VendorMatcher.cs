using OpsAutomation.Exports.Profiles;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Recognises a vendor's export by its header, and finds the columns of its profile.</summary>
internal sealed class VendorMatcher(IReadOnlyList<string> header, TableSample sample)
{
    private readonly string[] keys = [.. header.Select(HeaderName.Key)];
    private readonly string[] bareKeys = [.. header.Select(HeaderName.KeyWithoutQualifier)];

    /// <summary>The profile whose whole signature the header has, the one with the most groups and columns; null where none fits.</summary>
    internal Profile? Find(IReadOnlyList<Profile> profiles, string format)
    {
        Profile? best = null;
        var bestScore = 0;
        foreach (var profile in profiles)
        {
            if (profile.IsGeneric || !IsOf(profile, format) || !Fits(profile))
                continue;
            var score = (profile.Signature.Count * 4) + Assign(profile, []).Count + (profile.Format is null ? 0 : 100);
            if (score > bestScore)
                (best, bestScore) = (profile, score);
        }

        return best;
    }

    /// <summary>The columns of a profile's inputs.</summary>
    internal ColumnAssignment Assign(Profile profile, List<LocalizedText> warnings)
    {
        var assignment = new ColumnAssignment();
        foreach (var column in profile.Columns)
            Assign(assignment, column, warnings);
        if (profile.Converted.Count > 0 && Locate(profile.Converted[0], assignment, []) is not null)
        {
            foreach (var column in profile.Converted)
            {
                assignment.Drop(column.Field);
                Assign(assignment, column, warnings);
            }
        }

        return assignment;
    }

    private static bool IsOf(Profile profile, string format) =>
        profile.Format is null || profile.Format == format || (profile.Format == "json" && format == "jsonl");

    private bool Fits(Profile profile)
    {
        if (profile.Signature.Count == 0)
            return profile.Format is not null;
        return profile.Signature.All(group => group.Any(Occurs)) && !profile.Unless.Any(Occurs);
    }

    // "Deal - Title" is Pipedrive's way to write; "deal_title" is anybody's.
    private bool Occurs(HeaderPattern pattern)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (!pattern.Matches(keys[i]) && !pattern.Matches(bareKeys[i]))
                continue;
            if ((!pattern.HasDash || header[i].Contains(" - ", StringComparison.Ordinal)) && (pattern.Exact ?? header[i]) == header[i])
                return true;
        }

        return false;
    }

    private void Assign(ColumnAssignment assignment, ProfileColumn column, List<LocalizedText> warnings)
    {
        if (Undecided(column, assignment) is { } tied)
            assignment.Ties.Add((column.Field, tied));
        else if (Locate(column, assignment, warnings) is { } found)
            assignment.Set(column.Field, found, 1m);
    }

    // A survey's question or a report's period is only described, not named: several columns that fit and hold different numbers are a choice.
    private List<int>? Undecided(ProfileColumn column, ColumnAssignment assignment)
    {
        foreach (var pattern in column.Tiers.SelectMany(tier => tier))
        {
            var found = Columns(keys, pattern, assignment);
            if (found.Count == 0)
                continue;
            if (!pattern.IsWide || column.Field is not ("score" or "amount"))
                return null;
            found = [.. found.Where(index => sample.Columns[index].NumberShare > 0.5m).DistinctBy(index => sample.Columns[index].Fingerprint)];
            if (found.Count > 1)
                return found;
            if (found.Count == 1)
                return null;
        }

        return null;
    }

    private int? Locate(ProfileColumn column, ColumnAssignment assignment, List<LocalizedText> warnings)
    {
        foreach (var pattern in column.Tiers.SelectMany(tier => tier))
        {
            var found = Columns(keys, pattern, assignment);
            if (found.Count == 0)
                found = Columns(bareKeys, pattern, assignment);
            if (found.Count == 0)
                continue;
            var filled = found.FindIndex(index => sample.Columns[index].Count > 0);
            var chosen = found[Math.Max(filled, 0)];
            if (found.Exists(index => sample.Columns[index].Count > 0 && sample.Columns[index].Fingerprint != sample.Columns[chosen].Fingerprint))
            {
                warnings.Add(new(
                    $"Several columns are named “{header[chosen]}”; the first one that holds values is used.",
                    $"Plusieurs colonnes s’appellent «\u00a0{header[chosen]}\u00a0»\u00a0; la première qui contient des valeurs est utilisée."));
            }

            return chosen;
        }

        return null;
    }

    private static List<int> Columns(string[] names, HeaderPattern pattern, ColumnAssignment assignment)
    {
        var found = new List<int>();
        for (var i = 0; i < names.Length; i++)
        {
            if (!assignment.IsUsed(i) && pattern.Matches(names[i]))
                found.Add(i);
        }

        return found;
    }
}
