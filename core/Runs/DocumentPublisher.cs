using System.Text;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Ports;

namespace OpsAutomation.Runs;

/// <summary>Writes documents of an engagement's plan in the client's language and stores what is new in them.</summary>
public sealed class DocumentPublisher(IBlobStore blobs, IStateStore state)
{
    private const int Attempts = 4;

    private readonly DocumentStore store = new(blobs, state);

    /// <summary>
    /// The document that people work by now: the version in force, also where a draft beside it waits for approval; the draft where none is in force yet. It is
    /// stored first, so that anybody can read it.
    /// </summary>
    public async Task<GeneratedDocument> InForceAsync(Standing standing, string kind, Language? language = null, CancellationToken cancellationToken = default)
    {
        var document = await PublishAsync(standing, kind, language ?? standing.Engagement.Language, cancellationToken).ConfigureAwait(false);
        var record = document.Record.On(standing.At);
        if (record.Current == record.Latest || await store.OpenReadAsync(standing.Engagement.Id, record, "md", cancellationToken).ConfigureAwait(false) is not { } stored)
            return document;
        await using (stored.ConfigureAwait(false))
        {
            using var reader = new StreamReader(stored, Encoding.UTF8);
            return document with { Markdown = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false), Record = record };
        }
    }

    /// <summary>Publishes one document.</summary>
    /// <returns>The document as it is now; whether there is a new version of it is what it says of itself.</returns>
    /// <exception cref="OpsException">Its template is wrong, or others kept publishing it at the same moment.</exception>
    public Task<GeneratedDocument> PublishAsync(Standing standing, string kind, CancellationToken cancellationToken = default) =>
        PublishAsync(standing, kind, standing.Engagement.Language, cancellationToken);

    /// <summary>Publishes one document in a language.</summary>
    /// <exception cref="OpsException">Its template is wrong, or others kept publishing it at the same moment.</exception>
    public async Task<GeneratedDocument> PublishAsync(Standing standing, string kind, Language language, CancellationToken cancellationToken = default)
    {
        var generator = new DocumentGenerator(new TemplateSource(blobs), store);
        var context = standing.ForDocuments(language);
        for (var attempt = 1; ; attempt++)
        {
            var document = await generator.GenerateAsync(context, kind, cancellationToken).ConfigureAwait(false);
            try
            {
                await store.PublishAsync(standing.Engagement.Id, document, cancellationToken).ConfigureAwait(false);
                return document;
            }
            catch (OpsException overtaken) when (overtaken is { Kind: FailureKind.Retriable, InnerException: null or StateConflictException } && attempt < Attempts)
            {
                // Somebody else published it first: what they wrote is what this one is compared with now.
            }
        }
    }
}
