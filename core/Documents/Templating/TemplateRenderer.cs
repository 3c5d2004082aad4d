using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using OpsAutomation.Documents.Models;
using OpsAutomation.Documents.Templating.Checks;

namespace OpsAutomation.Documents.Templating;

/// <summary>Fills a template with the values of a document.</summary>
internal static partial class TemplateRenderer
{
    /// <summary>The Markdown of a template's body; values are escaped, helpers write in the model's locale.</summary>
    /// <exception cref="OpsException">The template is wrong: file, line and token are named.</exception>
    public static string Render(DocumentTemplate template, Values model, TemplateHelpers helpers)
    {
        // Each content once: compiled, it was checked.
        if (CompiledTemplate.Find(template.Body) is null)
            TemplateCheck.Run(template, model.Keys.ToHashSet(StringComparer.Ordinal));
        try
        {
            return BlankLines().Replace(CompiledTemplate.Render(template.Body, model, helpers), "\n\n").Trim('\n') + "\n";
        }
        catch (HandlebarsUndefinedBindingException fault)
        {
            throw Undefined(template, fault);
        }
        catch (HandlebarsException fault)
        {
            throw Malformed(template, fault);
        }
        catch (ArgumentException fault) when (fault.ParamName is { } token)
        {
            throw TemplateFault.At(
                template.Name, LineOf(template, token), token, "the helper cannot use this value: see which values it takes in docs/templates.md",
                "la fonction ne peut pas utiliser cette valeur : voir dans docs/templates.md celles qu'elle prend", fault);
        }
    }

    private static OpsException Undefined(DocumentTemplate template, HandlebarsUndefinedBindingException fault)
    {
        var token = fault.Path ?? fault.MissingKey ?? "";
        return TemplateFault.At(template.Name, LineOf(template, token), "{{" + token + "}}", "there is no such value or helper", "cette valeur ou fonction n'existe pas", fault);
    }

    private static OpsException Malformed(DocumentTemplate template, HandlebarsException fault)
    {
        var place = Place().Match(fault.Message);
        var quoted = Quoted().Match(fault.Message);
        var token = quoted.Success ? quoted.Groups[1].Value.Trim() : "{{";
        var line = place.Success
            ? template.BodyLine + int.Parse(place.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 1
            : LineOf(template, token);
        return TemplateFault.At(template.Name, line, token,
            "the expression or block is not complete (" + FirstLine(fault.Message) + ")", "l'expression ou le bloc est incomplet", fault);
    }

    // Handlebars tells what is wrong but rarely where: the first expression that holds the token is the place.
    private static int LineOf(DocumentTemplate template, string token)
    {
        foreach (Match expression in Expression().Matches(template.Body))
        {
            if (expression.Value.Contains(token, StringComparison.Ordinal))
                return LineAt(template, expression.Index);
        }
        var at = template.Body.LastIndexOf("{{", StringComparison.Ordinal);
        return at < 0 ? template.BodyLine : LineAt(template, at);
    }

    private static int LineAt(DocumentTemplate template, int index) => template.BodyLine + template.Body.AsSpan(0, index).Count('\n');

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('.', ' ', '\r');

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"at: (\d+):\d+")]
    private static partial Regex Place();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\n[ \t]*\n(?:[ \t]*\n)+")]
    private static partial Regex BlankLines();
}
