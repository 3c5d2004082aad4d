using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Exports.Profiles;

/// <summary>The profiles that an engagement adds to the product's own: the YAML files among its blobs below <c>profiles/</c>.</summary>
public static class EngagementProfiles
{
    /// <summary>Where an engagement keeps its profiles.</summary>
    public const string Folder = "profiles/";

    // A profile has some 3 KB; whatever is far longer is no profile.
    private const int MaxLength = 1024 * 1024;

    /// <summary>The catalogue with the engagement's profiles leading it.</summary>
    /// <exception cref="OpsException">A profile cannot be read: file, line, field and what was expected.</exception>
    public static async Task<ProfileCatalogue> LoadAsync(
        IBlobStore blobs, EngagementId engagement, ProfileCatalogue catalogue, CancellationToken cancellationToken = default)
    {
        var own = new List<Profile>();
        await foreach (var blob in blobs.ListAsync(engagement, Folder, cancellationToken).ConfigureAwait(false))
        {
            if (blob.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || blob.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
                own.Add(ProfileReader.Read(blob.Path, await TextAsync(blobs, engagement, blob, cancellationToken).ConfigureAwait(false)));
        }

        return own.Count == 0 ? catalogue : catalogue.With(own);
    }

    private static async Task<string> TextAsync(IBlobStore blobs, EngagementId engagement, BlobEntry blob, CancellationToken cancellationToken)
    {
        if (blob.Length > MaxLength)
        {
            throw OpsException.Refused(
                $"{blob.Path} is larger than a profile can be (1 MiB). Put a profile there as docs/profiles.md describes, or remove it.",
                $"{blob.Path} est trop grand pour un profil (1 Mio). Mettez-y un profil tel que le décrit docs/profiles.md, ou supprimez-le.");
        }

        var stream = await blobs.OpenReadAsync(engagement, blob.Path, cancellationToken).ConfigureAwait(false);
        if (stream is null)
            return "";
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }
}
