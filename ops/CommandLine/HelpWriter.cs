using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.CommandLine;

/// <summary>Writes the help of a command in the language of the session.</summary>
internal sealed class HelpWriter(Session session) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult, session.Out);
        return 0;
    }

    /// <summary>Writes the help of the command that was recognised.</summary>
    public void Write(CommandResult recognised, TextWriter output)
    {
        var command = recognised.Command;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine(session.Say("Usage:", "Utilisation\u00a0:"));
        output.WriteLine("  " + UsageOf(recognised));
        WriteSection(output, session.Say("Arguments:", "Arguments\u00a0:"), command.Arguments.Select(argument => (argument.HelpName ?? argument.Name, argument.Description)));
        WriteSection(output, session.Say("Options:", "Options\u00a0:"), command.Options.Where(option => !option.Recursive).Select(Row));
        WriteSection(output, session.Say("Commands:", "Commandes\u00a0:"), command.Subcommands.Select(sub => (sub.Name, sub.Description)));
        WriteSection(output, session.Say("Everywhere:", "Partout\u00a0:"), RootOf(recognised).Options.Where(option => option.Recursive).Select(Row));
        if (command.Subcommands.Count > 0)
            WriteFooter(output, PathOf(recognised));
    }

    private (string Name, string? Description) Row(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias != "-?").Append(option.Name).OrderBy(name => name.Length));
        var required = option.Required ? session.Say(" (required)", " (obligatoire)") : "";
        return (names + (HasValue(option) ? " " + option.HelpName : ""), option.Description + required);
    }

    private string UsageOf(CommandResult recognised)
    {
        var command = recognised.Command;
        var words = command.Arguments.Select(argument => argument.HelpName ?? argument.Name);
        var needed = command.Options.Where(option => option.Required).Select(option => $"{ShortestOf(option)} {option.HelpName}");
        var optional = command.Options.Where(option => !option.Required && !option.Recursive && option.Name != "--version")
            .Select(option => HasValue(option) ? $"[{option.Name} {option.HelpName}]" : $"[{option.Name}]");
        var sub = command.Subcommands.Count > 0 ? [command.Action is null ? Placeholder.In(session, "COMMAND") : $"[{Placeholder.In(session, "COMMAND")}]"] : Enumerable.Empty<string>();
        return string.Join(' ', [PathOf(recognised), .. sub, .. words, .. needed, .. optional]);
    }

    private static void WriteSection(TextWriter output, string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(title);
        var table = new TextTable(TextColumn.Left(), TextColumn.Left());
        foreach (var (name, description) in lines)
            table.Add("  " + name, description ?? "");
        table.Write(output);
    }

    private void WriteFooter(TextWriter output, string path)
    {
        output.WriteLine();
        output.WriteLine(session.Say($"Help of one command: {path} COMMAND --help", $"Aide d'une commande\u00a0: {path} COMMANDE --help"));
        output.WriteLine(session.Say(
            "Exit codes: 0 done, 1 refused with a reason, 2 wrong usage, 3 failed and safe to repeat.",
            "Codes de sortie\u00a0: 0 fait, 1 refusé avec le motif, 2 mauvais usage, 3 échec qui peut être relancé sans risque."));
    }

    private static Command RootOf(CommandResult recognised)
    {
        var root = recognised;
        while (root.Parent is CommandResult parent)
            root = parent;
        return root.Command;
    }

    private static string PathOf(CommandResult recognised) =>
        recognised.Parent is CommandResult parent ? PathOf(parent) + " " + recognised.Command.Name : "ops";

    private static string ShortestOf(Option option) => option.Aliases.Append(option.Name).MinBy(name => name.Length)!;

    private static bool HasValue(Option option) => option.Arity.MaximumNumberOfValues > 0;
}
