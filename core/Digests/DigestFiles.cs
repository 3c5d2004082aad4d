using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Digests;

/// <summary>Reads the files that go with a digest when it leaves.</summary>
public sealed class DigestFiles(IBlobStore blobs)
{
    // Word opens in the mail programs of phones without another app, unlike Markdown; and mail filters hold no .docx for a forged page, as they do .html.
    internal const string Extension = "docx";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The files.</summary>
    /// <exception cref="OpsException">Refused: a file is not there any more, which a later version replaced.</exception>
    public async Task<IReadOnlyList<MailAttachment>> ReadAsync(EngagementId engagement, IReadOnlyList<AttachedDocument> documents, CancellationToken cancellationToken = default)
    {
        List<MailAttachment> files = [];
        foreach (var document in documents)
        {
            await using var stream = await blobs.OpenReadAsync(engagement, document.Path, cancellationToken) ?? throw OpsException.Refused(
                "A document that was to go with a digest is not there any more. Send the digest again: it then takes the current version.",
                "Un document à joindre au point hebdomadaire n'existe plus. Renvoyez le point\u00a0: il prendra la version actuelle.");
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancellationToken);
            files.Add(new(document.Name, ContentType, content.ToArray()));
        }

        return files;
    }
}
