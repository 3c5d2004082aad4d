using System.Globalization;
using System.Text;

namespace OpsAutomation.Engagements.Yaml;

/// <summary>What is wrong in a file: collected, so that one run of a command shows all of it. Values are never quoted, since they may be personal.</summary>
internal sealed class YamlErrors(string file)
{
    private const int Shown = 20;
    private readonly List<(int Line, string Field, LocalizedText Problem)> errors = [];

    public bool Any => errors.Count > 0;

    public void Add(int line, string field, LocalizedText problem) => errors.Add((line, field, problem));

    public OpsException ToException() => OpsException.Refused(Message(Language.English), Message(Language.French));

    private string Message(Language language)
    {
        var french = language == Language.French;
        var ordered = errors.OrderBy(error => error.Line).ToList();
        var next = french ? "Corrigez le fichier, puis relancez la commande." : "Correct the file and run the command again.";
        if (ordered is [var only])
            return $"{file}, {Describe(only, language)} {next}";

        var text = new StringBuilder();
        text.Append(french ? $"{file} contient {Count(errors.Count)} erreurs\u00a0:" : $"{file} has {Count(errors.Count)} errors:");
        foreach (var error in ordered.Take(Shown))
            text.Append("\n- ").Append(Describe(error, language));
        if (ordered.Count > Shown)
            text.Append(french ? $"\n- et {Count(ordered.Count - Shown)} de plus." : $"\n- and {Count(ordered.Count - Shown)} more.");
        return text.Append('\n').Append(next).ToString();
    }

    private static string Describe((int Line, string Field, LocalizedText Problem) error, Language language)
    {
        var field = error.Field.Length == 0 ? "" : language == Language.French ? $", champ {error.Field}" : $", field {error.Field}";
        var problem = error.Problem.In(language);
        var stop = problem.EndsWith('?') ? "" : ".";
        return language == Language.French
            ? $"ligne {Count(error.Line)}{field}\u00a0: {problem}{stop}"
            : $"line {Count(error.Line)}{field}: {problem}{stop}";
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
