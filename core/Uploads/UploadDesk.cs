using System.Globalization;
using System.Security.Cryptography;
using OpsAutomation.Exports;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Uploads;

/// <summary>Takes exports that are handed over: each is stored as it streams in, then a job is queued. A crash in between loses only what was never acknowledged.</summary>
/// <param name="registry">Which engagements there are.</param>
/// <param name="blobs">Keeps the uploads.</param>
/// <param name="jobs">Queues their imports.</param>
/// <param name="time">Names the uploads, with <paramref name="random"/>.</param>
/// <param name="random">Gives that many random bytes; null takes the machine's.</param>
public sealed class UploadDesk(IEngagementRegistry registry, IBlobStore blobs, JobSender jobs, TimeProvider time, Func<int, byte[]>? random = null)
{
    /// <summary>The largest body that the Functions host hands on, in bytes.</summary>
    public const long LargestBody = 104_857_600;

    /// <summary>Where uploads are stored within the engagement: <c>uploads/{id}/{file}</c>.</summary>
    public const string Folder = "uploads/";

    private readonly Func<int, byte[]> random = random ?? RandomNumberGenerator.GetBytes;

    /// <summary>Stores an export and queues its import.</summary>
    /// <returns>The receipt, or null where there is no such engagement.</returns>
    /// <exception cref="OpsException">WrongUsage: it has no usable name or no content.</exception>
    public async Task<UploadReceipt?> AcceptAsync(ExportUpload upload, CancellationToken cancellationToken = default)
    {
        var file = ExportFileName.Find(upload.File) ?? throw OpsException.WrongUsage(
            "The upload has no file name, so nothing was stored. Add ?file=NAME.csv to the address, or a Content-Disposition header with a file name.",
            "L'envoi n'a pas de nom de fichier\u00a0: rien n'a été enregistré. Ajoutez ?file=NOM.csv à l'adresse, ou un en-tête Content-Disposition avec un nom de fichier.");
        // An engagement that was closed takes nothing any more; a file with errors is no reason to lose an upload.
        if (await registry.FindAsync(upload.Engagement, cancellationToken).ConfigureAwait(false) is not { } text || EngagementEdit.IsClosed(text))
            return null;
        var first = new byte[1];
        if (await upload.Content.ReadAtLeastAsync(first, 1, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) == 0)
        {
            throw OpsException.WrongUsage(
                "The upload is empty, so nothing was stored. Send the file's bytes as the body, or as the file of a multipart form.",
                "L'envoi est vide\u00a0: rien n'a été enregistré. Envoyez le contenu du fichier comme corps de la requête, ou comme fichier d'un formulaire multipart.");
        }

        var id = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + "-" + Convert.ToHexStringLower(random(6));
        var path = $"{Folder}{id}/{file}";
        await blobs.WriteAsync(
            upload.Engagement,
            path,
            async (stream, token) =>
            {
                await stream.WriteAsync(first, token).ConfigureAwait(false);
                await upload.Content.CopyToAsync(stream, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        var job = new ExportJob(upload.Engagement, "upload/" + id, path, file) { Profile = upload.Profile, Taken = upload.Taken, Full = upload.Full };
        await jobs.SendAsync(job, cancellationToken: cancellationToken).ConfigureAwait(false);
        return new(upload.Engagement, job.Key, file, path);
    }
}
