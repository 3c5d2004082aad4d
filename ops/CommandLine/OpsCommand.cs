using System.CommandLine;

namespace OpsAutomation.Ops.CommandLine;

/// <summary>One command: its options in the language of the session, and what it does.</summary>
internal abstract class OpsCommand : Command
{
    private readonly Session session;

    /// <summary>Creates a command of that name.</summary>
    protected OpsCommand(Session session, string name, string en, string fr)
        : base(name, session.Say(en, fr))
    {
        this.session = session;
        SetAction(RunAsync);
    }

    /// <summary>The run.</summary>
    protected Session Session => session;

    /// <summary>Does the work; a failure is an exception, mostly an <see cref="OpsException"/>.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken);

    /// <summary>Adds an argument that has a name only in the help.</summary>
    protected Argument<string> AddWord(string name, string en, string fr) => Added(new Argument<string>(name)
    {
        Description = session.Say(en, fr),
        HelpName = Placeholder.In(session, name),
    });

    /// <summary>Adds an option with a value.</summary>
    protected Option<string?> AddValue(string name, string valueName, string en, string fr, bool required = false, string? alias = null) =>
        Added(new Option<string?>(name, alias is null ? [] : [alias])
        {
            Description = session.Say(en, fr),
            HelpName = Placeholder.In(session, valueName),
            Required = required,
        });

    /// <summary>Adds an option without a value.</summary>
    protected Option<bool> AddFlag(string name, string en, string fr) => Added(new Option<bool>(name)
    {
        Description = session.Say(en, fr),
        Arity = ArgumentArity.Zero,
    });

    /// <summary>Adds <c>-e ENGAGEMENT</c>.</summary>
    protected Option<string?> AddEngagement(bool required = true) => AddValue(
        "--engagement", "ENGAGEMENT", "the engagement's id", "l'identifiant de la mission", required, "-e");

    /// <summary>Adds <c>--json</c>.</summary>
    protected Option<bool> AddJson() => AddFlag(
        "--json", "print one JSON document and nothing else", "n'afficher qu'un document JSON");

    /// <summary>Adds <c>--at DATE</c>.</summary>
    protected Option<string?> AddAt() => AddValue(
        "--at", "DATE", "the day to look from; today by default", "le jour considéré ; aujourd'hui par défaut");

    /// <summary>Adds <c>--by WHO</c>, for the record of who asked.</summary>
    protected Option<string?> AddAsker() => AddValue("--by", "WHO", "who asks for it", "qui le demande");

    /// <summary>Adds <c>--url URL</c>.</summary>
    protected Option<string?> AddPublicUrl() => AddValue(
        "--url", "URL", "the app's public address; Ops__PublicUrl by default", "l'adresse publique de l'application\u00a0; Ops__PublicUrl par défaut");

    /// <summary>Adds <c>--secret-file FILE</c>.</summary>
    protected Option<string?> AddSecretFile() => AddValue(
        "--secret-file", "FILE", "take the secret from its first line (- for standard input) instead of making one", "prendre le secret sur sa première ligne (- pour l'entrée standard) au lieu d'en créer un");

    /// <summary>Adds <c>--map FILE.yaml</c>.</summary>
    protected Option<string?> AddMap() => AddValue("--map", "FILE.yaml", "which column is which field", "quelle colonne est quel champ");

    private Argument<string> Added(Argument<string> argument)
    {
        Add(argument);
        return argument;
    }

    private T Added<T>(T option)
        where T : Option
    {
        Add(option);
        return option;
    }
}
