namespace OpsAutomation.Ops.CommandLine;

/// <summary>The language to speak before the command line is understood.</summary>
internal static class UserLanguage
{
    /// <summary><c>--lang</c>, else LC_ALL, LC_MESSAGES or LANG, as on any Unix; English where none says French.</summary>
    public static Language Of(IReadOnlyList<string> args, Func<string, string?> environment) =>
        Chosen(args) ?? FromEnvironment(environment);

    /// <summary>Whether the command line itself names a language.</summary>
    public static bool IsChosen(IReadOnlyList<string> args) => Chosen(args) is not null;

    /// <summary>The language that a value of <c>--lang</c> names, or null.</summary>
    public static Language? Parse(string? value) => value?.ToLowerInvariant() switch
    {
        "fr" => Language.French,
        "en" => Language.English,
        _ => null,
    };

    private static Language? Chosen(IReadOnlyList<string> args)
    {
        const string Option = "--lang";
        for (var i = 0; i < args.Count && args[i] != "--"; i++)
        {
            if (args[i] == Option && i + 1 < args.Count)
                return Parse(args[i + 1]);
            if (args[i].StartsWith(Option, StringComparison.Ordinal) && args[i].Length > Option.Length && args[i][Option.Length] is '=' or ':')
                return Parse(args[i][(Option.Length + 1)..]);
        }

        return null;
    }

    private static Language FromEnvironment(Func<string, string?> environment)
    {
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true ? Language.French : Language.English;
    }
}
