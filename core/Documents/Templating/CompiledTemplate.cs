using System.Collections.Concurrent;
using HandlebarsDotNet;
using OpsAutomation.Documents.Models;

namespace OpsAutomation.Documents.Templating;

/// <summary>
/// Templates compiled once for each content: compiling takes a hundred times as long as filling. Compiled templates call the helpers of whatever
/// document is being filled on the thread; filling never waits for anything, so that the thread stays the document's own until it is done.
/// </summary>
internal static class CompiledTemplate
{
    // The product has some forty templates; beyond that engagements change theirs again and again.
    private const int MostKept = 200;

    private static readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> Kept = new(StringComparer.Ordinal);
    private static readonly Lock Compiling = new();
    private static readonly IHandlebars Environment = Create();

    [ThreadStatic]
    private static TemplateHelpers? current;

    /// <summary>The helpers of the document that is being filled.</summary>
    public static TemplateHelpers Current => current ?? throw new InvalidOperationException("No document is being filled.");

    /// <summary>What is kept for a content, or null.</summary>
    internal static object? Find(string body) => Kept.GetValueOrDefault(body);

    /// <summary>Fills a template.</summary>
    public static string Render(string body, Values model, TemplateHelpers helpers)
    {
        var template = Kept.TryGetValue(body, out var known) ? known : Compile(body);
        var outer = current;
        current = helpers;
        try
        {
            return template(model);
        }
        finally
        {
            current = outer;
        }
    }

    private static HandlebarsTemplate<object, object> Compile(string body)
    {
        lock (Compiling)
        {
            if (Kept.Count >= MostKept)
                Kept.Clear();
            return Kept.GetOrAdd(body, Environment.Compile);
        }
    }

    private static IHandlebars Create()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            ThrowOnUnresolvedBindingExpression = true,
            TextEncoder = new MarkdownEncoder(),
        });
        TemplateHelpers.Register(handlebars);
        return handlebars;
    }
}
