using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Sources;

/// <summary>
/// Mailboxes as folders: <c>mailbox/{address}/{folder}/*.eml</c> below the home, as mail programs save messages. A message is known by its
/// content, so that the same one in two files is one.
/// </summary>
public sealed class FolderMailbox(string home, TimeProvider time) : IMailbox
{
    private readonly HomePlace folders = new(home, "mailbox");

    // A file that somebody is copying is not whole.
    private readonly Duration rest = Duration.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MailboxMessage>> ListAsync(EngagementId engagement, MailboxOrigin place, CancellationToken cancellationToken = default)
    {
        var path = folders.Find(place.Mailbox, place.Folder) ?? throw OpsException.Refused(
            $"There is no mailbox folder {folders.PathOf(place.Mailbox, place.Folder)}. Create it and save messages there as .eml files, or correct mailbox and folder in the engagement's file.",
            $"Il n'y a pas de dossier de messages {folders.PathOf(place.Mailbox, place.Folder)}. Créez-le et enregistrez-y les messages en fichiers .eml, ou corrigez mailbox et folder dans le fichier de la mission.");
        var messages = new List<MailboxMessage>();
        foreach (var file in FilesOf(path, SearchOption.TopDirectoryOnly))
        {
            var bytes = await ReadAsync(file, cancellationToken).ConfigureAwait(false);
            if (bytes is null || !HasRested(file))
                continue;
            var mail = MimePart.Read(bytes);
            messages.Add(new(IdOf(bytes), mail.Headers.Sender(), MimeDate.Read(mail.Headers["Date"]) ?? Instant.FromDateTimeUtc(file.LastWriteTimeUtc)));
        }

        return [.. messages.DistinctBy(message => message.Id, StringComparer.Ordinal).OrderBy(message => message.Received).ThenBy(message => message.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MailboxAttachment>> ListAttachmentsAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default) =>
    [
        .. (await AttachedAsync(place.Mailbox, message, cancellationToken).ConfigureAwait(false)).Select((part, number) => new MailboxAttachment(
            number.ToString(CultureInfo.InvariantCulture), part.FileName ?? "", part.MediaType, part.Content().Length, part.MediaType != "message/rfc822")),
    ];

    /// <inheritdoc/>
    public async Task<Stream?> OpenAttachmentAsync(EngagementId engagement, MailboxOrigin place, string message, string attachment, CancellationToken cancellationToken = default)
    {
        var parts = await AttachedAsync(place.Mailbox, message, cancellationToken).ConfigureAwait(false);
        return int.TryParse(attachment, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < parts.Count
            ? new MemoryStream(parts[number].Content(), writable: false)
            : null;
    }

    /// <inheritdoc/>
    public async Task MoveAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default)
    {
        var target = Directory.CreateDirectory(folders.Find(place.Mailbox, place.MoveTo) ?? folders.PathOf(place.Mailbox, place.MoveTo)).FullName;
        foreach (var file in await FindAsync(place.Mailbox, message, cancellationToken).ConfigureAwait(false))
        {
            if (file.DirectoryName == target)
                continue;
            var stem = Path.GetFileNameWithoutExtension(file.Name);
            var free = Path.Combine(target, file.Name);
            for (var number = 2; File.Exists(free); number++)
                free = Path.Combine(target, string.Create(CultureInfo.InvariantCulture, $"{stem} ({number}).eml"));
            try
            {
                file.MoveTo(free);
            }
            catch (FileNotFoundException)
            {
                // Another run moved it.
            }
        }
    }

    private async Task<IReadOnlyList<MimePart>> AttachedAsync(string mailbox, string message, CancellationToken cancellationToken)
    {
        var file = (await FindAsync(mailbox, message, cancellationToken).ConfigureAwait(false)).FirstOrDefault();
        var bytes = file is null ? null : await ReadAsync(file, cancellationToken).ConfigureAwait(false);
        return bytes is null ? [] : [.. MimePart.Read(bytes).Leaves.Where(part => part.IsAttached)];
    }

    // The length is part of an id: files of another one need not be read.
    private async Task<List<FileInfo>> FindAsync(string mailbox, string message, CancellationToken cancellationToken)
    {
        var found = new List<FileInfo>();
        if (folders.Find(mailbox, "") is not { } root)
            return found;
        foreach (var file in FilesOf(root, SearchOption.AllDirectories))
        {
            if (message.StartsWith(file.Length.ToString(CultureInfo.InvariantCulture) + "-", StringComparison.Ordinal)
                && await ReadAsync(file, cancellationToken).ConfigureAwait(false) is { } bytes && IdOf(bytes) == message)
            {
                found.Add(file);
            }
        }

        return found;
    }

    private bool HasRested(FileInfo file)
    {
        var age = Instant.FromDateTimeOffset(time.GetUtcNow()) - Instant.FromDateTimeUtc(file.LastWriteTimeUtc);
        return age < Duration.Zero || age >= rest;
    }

    private static IEnumerable<FileInfo> FilesOf(string folder, SearchOption depth) =>
        new DirectoryInfo(folder).EnumerateFiles("*", depth).Where(file => file.Name[0] != '.' && file.Extension.Equals(".eml", StringComparison.OrdinalIgnoreCase));

    private static async Task<byte[]?> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, file.FullName);
        }
    }

    private static string IdOf(byte[] bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}");
}
