using System.CommandLine;
using System.CommandLine.Parsing;

namespace OpsAutomation.Ops.CommandLine;

/// <summary>Says what is wrong with a command line in words of our own: the parser's are English only and name no nearest word.</summary>
internal static class UsageCheck
{
    /// <summary>Accepts a command line, or refuses it as wrong usage.</summary>
    public static void Check(ParseResult parsed, Session session)
    {
        if (parsed.Action is HelpWriter or VersionWriter)
            return;
        var result = parsed.CommandResult;
        var command = result.Command;
        if (UnknownCommand(parsed) is { } unknown)
            throw NoSuchCommand(unknown, result);
        if (StrayToken(parsed) is { } stray)
            throw Stray(stray, result);
        if (command.Action is null)
        {
            new HelpWriter(session).Write(result, session.Error);
            throw MissingCommand(result);
        }

        foreach (var option in command.Options.Concat(RecursiveOptions(result)))
            CheckOption(option, parsed);
        foreach (var argument in command.Arguments)
        {
            if (argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens: [{ Value.Length: > 0 }, ..] })
                throw Missing(argument.HelpName ?? argument.Name, result);
        }

        if (GlobalOptions.LangOf(parsed) is { } lang && UserLanguage.Parse(lang) is null)
            throw OpsException.WrongUsage("--lang is fr or en.", "--lang vaut fr ou en.");
        if (parsed.Errors.Count > 0)
            throw new OpsException(FailureKind.WrongUsage, new(parsed.Errors[0].Message, parsed.Errors[0].Message));
    }

    private static void CheckOption(Option option, ParseResult parsed)
    {
        var given = parsed.GetResult(option);
        if (given is null or { Implicit: true })
        {
            if (option.Required)
                throw Missing($"{Shortest(option)} {option.HelpName}", parsed.CommandResult);
            return;
        }

        if (given.Tokens.Count < option.Arity.MinimumNumberOfValues || given.Tokens is [{ Value: "" }])
        {
            throw OpsException.WrongUsage(
                $"{option.Name} needs a value: {option.Name} {option.HelpName}.",
                $"{option.Name} demande une valeur : {option.Name} {option.HelpName}.");
        }

        if (option.Arity.MaximumNumberOfValues == 1 && given.Tokens.Count > 1)
            throw OpsException.WrongUsage($"{option.Name} is given more than once.", $"{option.Name} est indiqué plus d'une fois.");
    }

    // Options after a mistyped command are strange to the parser too: the command is what went wrong.
    private static string? UnknownCommand(ParseResult parsed) =>
        IsGroup(parsed.CommandResult.Command) && parsed.UnmatchedTokens is [var word, ..] && !IsOptionLike(word) ? word : null;

    private static bool IsGroup(Command command) => command.Subcommands.Count > 0 && command.Arguments.Count == 0;

    private static OpsException NoSuchCommand(string word, CommandResult result)
    {
        var path = PathOf(result);
        var nearest = NearestName.Of(word, result.Command.Subcommands.Select(sub => sub.Name));
        return WithNearest($"There is no command {path} {word}.", $"Il n'y a pas de commande {path} {word}.", nearest, path);
    }

    // The parser takes a mistyped option for a text where a text is allowed; after "--" it is one.
    private static string? StrayToken(ParseResult parsed)
    {
        var mistyped = parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? null
            : parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && IsOptionLike(token.Value))?.Value;
        return mistyped ?? (parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null);
    }

    private static bool IsOptionLike(string value) =>
        value.StartsWith("--", StringComparison.Ordinal) || (value.Length == 2 && value[0] == '-' && char.IsAsciiLetter(value[1]));

    private static OpsException Stray(string word, CommandResult result)
    {
        var path = PathOf(result);
        if (IsOptionLike(word))
        {
            var names = result.Command.Options.Concat(RecursiveOptions(result)).SelectMany(option => option.Aliases.Append(option.Name));
            var nearest = NearestName.Of(word.Split('=', ':')[0], names);
            return WithNearest($"{path} has no option {word}.", $"{path} n'a pas d'option {word}.", nearest, path);
        }

        if (IsGroup(result.Command))
            return NoSuchCommand(word, result);

        return WithNearest(
            $"{path} was given one word too many: {word}. A text of several words goes between quotes.",
            $"{path} a reçu un mot de trop : {word}. Un texte de plusieurs mots se met entre guillemets.",
            null,
            path);
    }

    private static OpsException MissingCommand(CommandResult result) => OpsException.WrongUsage(
        $"A command is missing after {PathOf(result)}.", $"Il manque une commande après {PathOf(result)}.");

    private static OpsException Missing(string what, CommandResult result) => OpsException.WrongUsage(
        $"{what} is missing. See: {PathOf(result)} --help",
        $"Il manque {what}. Voir : {PathOf(result)} --help");

    private static OpsException WithNearest(string en, string fr, string? nearest, string path) => OpsException.WrongUsage(
        nearest is null ? $"{en} See: {path} --help" : $"{en} Did you mean {nearest}? See: {path} --help",
        nearest is null ? $"{fr} Voir : {path} --help" : $"{fr} Vouliez-vous dire {nearest} ? Voir : {path} --help");

    private static IEnumerable<Option> RecursiveOptions(CommandResult result)
    {
        for (var parent = result.Parent as CommandResult; parent is not null; parent = parent.Parent as CommandResult)
        {
            foreach (var option in parent.Command.Options.Where(option => option.Recursive))
                yield return option;
        }
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? PathOf(parent) + " " + result.Command.Name : "ops";

    private static string Shortest(Option option) => option.Aliases.Append(option.Name).MinBy(name => name.Length)!;
}
