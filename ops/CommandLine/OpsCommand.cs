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
