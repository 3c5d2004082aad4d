using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Events.Chats;
using OpsAutomation.Ops.Files;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>The secret of a source or endpoint: one that the tool made, or a new one.</summary>
internal static class NewSecret
{
    private const int TokenBytes = 32;
    private const int Longest = 4096;

    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The first line of a file where one is named, or of standard input, so that no secret stands in the history of a shell; else a new secret.</summary>
    /// <exception cref="OpsException">Refused: the file cannot be read or holds no secret.</exception>
    public static async Task<string> ReadAsync(string? file, WebhookTarget target, TextReader input, CancellationToken cancellationToken)
    {
        if (file is null && target.IsChat)
        {
            throw OpsException.Refused(
                "The URL of the webhook is missing. Write it into a file, as its first line, and name it: --secret-file FILE",
                "L'URL du webhook manque. Écrivez-la sur la première ligne d'un fichier et indiquez-le : --secret-file FICHIER");
        }

        if (file is null)
            return target.IsSigned ? StandardSignature.NewSecret() : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var line = (file == StandardInput ? await input.ReadLineAsync(cancellationToken) : await FirstLineAsync(file, cancellationToken))?.Trim();
        if (target.IsChat)
            return ChatUrl.Parse(line ?? "").OriginalString;
        return line is { Length: >= 16 and <= Longest }
            ? line
            : throw OpsException.Refused(
                "The first line of the file is not a secret: it has 16 to 4096 characters.",
                "La première ligne du fichier n'est pas un secret\u00a0: il a de 16 à 4096 caractères.");
    }

    private static async Task<string?> FirstLineAsync(string file, CancellationToken cancellationToken)
    {
        var stream = LocalFile.Open(file);
        await using (stream)
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return await reader.ReadLineAsync(cancellationToken);
        }
    }
}
