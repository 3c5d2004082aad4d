using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Ports;

namespace OpsAutomation.Runs;

/// <summary>Writes documents of an engagement's plan in the client's language and stores what is new in them.</summary>
public sealed class DocumentPublisher(IBlobStore blobs, IStateStore state)
{
    private const int Attempts = 4;

    private readonly DocumentStore store = new(blobs, state);

    /// <summary>Publishes one document.</summary>
    /// <returns>The document as it is now; whether there is a new version of it is what it says of itself.</returns>
    /// <exception cref="OpsException">Its template is wrong, or others kept publishing it at the same moment.</exception>
    public async Task<GeneratedDocument> PublishAsync(Standing standing, string kind, CancellationToken cancellationToken = default)
    {
        var generator = new DocumentGenerator(new TemplateSource(blobs), store);
        var context = standing.ForDocuments(standing.Engagement.Language);
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
