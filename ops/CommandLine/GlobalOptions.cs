using System.CommandLine;

namespace OpsAutomation.Ops.CommandLine;

/// <summary>The options that every command takes, before or after its name.</summary>
internal static class GlobalOptions
{
    /// <summary>The name of the option for the home.</summary>
    public const string Home = "--home";

    /// <summary>The name of the option for the language.</summary>
    public const string Lang = "--lang";

    /// <summary>Adds them to the root.</summary>
    public static void AddTo(Command root, Session session)
    {
        root.Add(new Option<string?>(Home)
        {
            Recursive = true,
            HelpName = Placeholder.In(session, "DIR"),
            Description = session.Say(
                "where state lives; else OPS_HOME, else ~/.opsautomation",
                "où est conservé l'état ; sinon OPS_HOME, sinon ~/.opsautomation"),
        });
        root.Add(new Option<string?>(Lang)
        {
            Recursive = true,
            HelpName = "fr|en",
            Description = session.Say(
                "the language; else the engagement's, else LC_ALL or LANG",
                "la langue ; sinon celle de la mission, sinon LC_ALL ou LANG"),
        });
        root.Add(new Option<bool>("--help", "-h", "-?")
        {
            Recursive = true,
            Arity = ArgumentArity.Zero,
            Description = session.Say("show this help", "afficher cette aide"),
            Action = new HelpWriter(session),
        });
        root.Add(new Option<bool>("--version")
        {
            Arity = ArgumentArity.Zero,
            Description = session.Say("show the version", "afficher la version"),
            Action = new VersionWriter(session),
        });
    }

    /// <summary>The home that the command line names, or null.</summary>
    public static string? HomeOf(ParseResult parsed) => parsed.GetValue<string?>(Home);

    /// <summary>The value of <c>--lang</c>, or null.</summary>
    public static string? LangOf(ParseResult parsed) => parsed.GetValue<string?>(Lang);
}
