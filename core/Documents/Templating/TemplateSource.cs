using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using OpsAutomation.Documents.Templating.Checks;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents.Templating;

/// <summary>Finds the template of a document: the engagement's own where there is one, else the product's.</summary>
public sealed class TemplateSource(IBlobStore blobs)
{
    /// <summary>The longest template that is read, in bytes: a page of text has 5 KB.</summary>
    public const int MaxLength = 256 * 1024;

    private static readonly ConcurrentDictionary<(string Kind, Language Language), DocumentTemplate> Read = new();

    /// <summary>Where an engagement keeps its own template of a kind.</summary>
    public static string OwnPath(Language language, string kind) => $"templates/{LanguageCode.Of(language)}/{kind}.md";

    /// <summary>The template of a kind in a language.</summary>
    /// <exception cref="OpsException">The engagement's own template cannot be read.</exception>
    public async Task<DocumentTemplate> FindAsync(EngagementId engagement, string kind, Language language, CancellationToken cancellationToken = default)
    {
        var path = OwnPath(language, kind);
        var own = await blobs.OpenReadAsync(engagement, path, cancellationToken).ConfigureAwait(false);
        if (own is null)
            return BuiltIn(kind, language);
        await using (own.ConfigureAwait(false))
        {
            var template = DocumentTemplate.Parse(path, await ReadAsync(own, path, cancellationToken).ConfigureAwait(false));
            FrontMatterCheck.Run(template);
            return template;
        }
    }

    /// <summary>The product's own template of a kind.</summary>
    public static DocumentTemplate BuiltIn(string kind, Language language) => Read.GetOrAdd((kind, language), key => Load(key.Kind, key.Language));

    private static DocumentTemplate Load(string kind, Language language)
    {
        var path = $"Documents/Templates/{LanguageCode.Of(language)}/{kind}.md";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The template {path} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return DocumentTemplate.Parse(path, reader.ReadToEnd());
    }

    private static async Task<string> ReadAsync(Stream stream, string path, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxLength + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (length > MaxLength)
            throw TemplateFault.At(path, 1, path, "the template is larger than 256 KB", "le modèle dépasse 256 Ko");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.AsSpan(0, length).Contains((byte)0))
            throw TemplateFault.At(path, 1, "UTF-16", "the template is not UTF-8 text: save it as UTF-8", "le modèle n'est pas un texte UTF-8\u00a0: enregistrez-le en UTF-8");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + bytes.AsSpan(0, Math.Min(fault.Index, length)).Count((byte)'\n');
            throw TemplateFault.At(path, line, "UTF-8", "the template is not UTF-8 text: save it as UTF-8", "le modèle n'est pas un texte UTF-8\u00a0: enregistrez-le en UTF-8", fault);
        }
    }
}
