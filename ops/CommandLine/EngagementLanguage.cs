namespace OpsAutomation.Ops.CommandLine;

/// <summary>The language of an engagement whose YAML may be broken: the failure is to be told in that language too.</summary>
internal static class EngagementLanguage
{
    /// <summary>The language of the first <c>locale:</c> line, or null.</summary>
    public static Language? Guess(string yaml)
    {
        foreach (var line in yaml.AsSpan().EnumerateLines())
        {
            if (!line.StartsWith("locale:", StringComparison.Ordinal))
                continue;
            var value = line["locale:".Length..].Trim().Trim("'\"");
            return value.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Language.French
                : value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
                : null;
        }

        return null;
    }
}
