namespace OpsAutomation.Exports.Reading.Json;

/// <summary>
/// Names the columns of flattened records. APIs put a record's own fields into one object beside its id: <c>properties</c> (HubSpot, Notion),
/// <c>attributes</c> (JSON:API), <c>fields</c> (Airtable, SharePoint), <c>node</c> (GraphQL); there they have the names that people know.
/// </summary>
internal static class JsonHeader
{
    private static readonly string[] Wrappers = ["node", "properties", "attributes", "fields"];

    // Salesforce describes each record in `attributes`; that is no field of it.
    private static readonly string[] Descriptions = ["type", "url"];

    /// <summary>The names of the columns of those paths, in their order; a name that another column has keeps its wrapping.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> paths)
    {
        var names = new List<string>(paths);
        foreach (var wrapper in Wrappers.Where(wrapper => IsWrapper(names, wrapper + ".")))
            Unwrap(names, wrapper + ".");
        return names;
    }

    private static bool IsWrapper(List<string> names, string prefix) =>
        names.Exists(name => name.StartsWith(prefix, StringComparison.Ordinal) && !Descriptions.Contains(name[prefix.Length..], StringComparer.Ordinal));

    private static void Unwrap(List<string> names, string prefix)
    {
        var taken = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Length > prefix.Length && names[i].StartsWith(prefix, StringComparison.Ordinal) && taken.Add(names[i][prefix.Length..]))
                names[i] = names[i][prefix.Length..];
        }
    }
}
