using System.CommandLine;

namespace OpsAutomation.Ops.CommandLine;

/// <summary>A word that only gathers commands, such as <c>milestone done</c> and <c>milestone reopen</c>.</summary>
internal sealed class CommandGroup : Command
{
    public CommandGroup(Session session, string name, string en, string fr, params IEnumerable<Command> commands)
        : base(name, session.Say(en, fr))
    {
        foreach (var command in commands)
            Add(command);
    }
}
