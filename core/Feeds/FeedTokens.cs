using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime.Extensions;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Engagements.Yaml;
using OpsAutomation.Ports;

namespace OpsAutomation.Feeds;

/// <summary>The tokens of an engagement's feed: several, each with a name, each ended at once when it is revoked.</summary>
public sealed class FeedTokens(IStateStore state, TimeProvider time)
{
    private const string Tokens = "feed-tokens";
    private const string Names = "feed-names";
    private const string Prefix = "feed_";
    private const int TokenBytes = 32;
    private const int Longest = 256;
    private const int Most = 50;

    /// <summary>Makes a token.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="name">A short name, such as <c>sheets</c>.</param>
    /// <param name="by">Who asks for it; null for whoever runs commands.</param>
    /// <param name="cancellationToken">Stops before the effect.</param>
    /// <returns>The token: it is not kept and cannot be told again.</returns>
    /// <exception cref="OpsException">WrongUsage: the name is none. Refused: it is taken, or there are too many.</exception>
    public async Task<string> AddAsync(EngagementId engagement, string name, string? by, CancellationToken cancellationToken = default)
    {
        if (!WebhookSection.IsName(name))
        {
            throw OpsException.WrongUsage(
                "The name has 1 to 32 lower-case letters, digits and inner hyphens, such as sheets.",
                "Le nom a de 1 à 32 lettres minuscules, chiffres et tirets intérieurs, comme sheets.");
        }

        if ((await ListAsync(engagement, cancellationToken).ConfigureAwait(false)).Count >= Most)
            throw OpsException.Refused($"There are {Most} tokens already: revoke one first.", $"Il y a déjà {Most} jetons\u00a0: révoquez-en un d'abord.");
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var hash = HashOf(engagement, token);
        var json = JsonSerializer.Serialize(new FeedToken { Hash = hash, Created = time.GetUtcNow().ToInstant() }, KpiFeedJson.Default.FeedToken);
        try
        {
            await state.CommitAsync(
                engagement,
                [
                    StateChange.Insert(new(Names, name), json),
                    StateChange.Insert(new(Tokens, hash), JsonSerializer.Serialize(name, KpiFeedJson.Default.String)),
                    AuditLog.LineOf(time, by, AuditAction.FeedAdded, name),
                ],
                cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            throw OpsException.Refused(
                $"There is a token {name} already, and it is shown only once. Choose another name, or first: ops feed revoke {name} -e {engagement}",
                $"Il existe déjà un jeton {name}, qui n'est affiché qu'une fois. Choisissez un autre nom, ou d'abord\u00a0: ops feed revoke {name} -e {engagement}");
        }

        return token;
    }

    /// <summary>The tokens there are, by name.</summary>
    public async Task<IReadOnlyList<FeedToken>> ListAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var found = new List<FeedToken>();
        await foreach (var entry in state.ListAsync(engagement, Names, "", cancellationToken).ConfigureAwait(false))
            found.Add(Read(entry));
        return found;
    }

    /// <summary>Whether anybody may read the feed.</summary>
    public async Task<bool> AnyAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        await foreach (var _ in state.ListAsync(engagement, Names, "", cancellationToken).ConfigureAwait(false))
            return true;
        return false;
    }

    /// <summary>Ends a token at once.</summary>
    /// <exception cref="OpsException">Refused: there is none of that name. Retriable: somebody else revoked it at the same moment.</exception>
    public async Task RevokeAsync(EngagementId engagement, string name, string? by, CancellationToken cancellationToken = default)
    {
        var entry = await state.FindAsync(engagement, new(Names, name), cancellationToken).ConfigureAwait(false) ?? throw OpsException.Refused(
            $"There is no token {name}. To see those there are: ops feed list -e {engagement}",
            $"Il n'y a pas de jeton {name}. Pour voir ceux qui existent\u00a0: ops feed list -e {engagement}");
        try
        {
            // The name as it was read: with one that was made anew meanwhile, its token would stay and be in no list.
            await state.CommitAsync(
                engagement,
                [StateChange.Remove(new(Tokens, Read(entry).Hash)), new(entry.Key, null, entry.ETag), AuditLog.LineOf(time, by, AuditAction.FeedRevoked, name)],
                cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            throw OpsException.Retriable(
                $"Somebody else revoked {name} at the same moment. To see the tokens there are: ops feed list -e {engagement}",
                $"Quelqu'un d'autre a révoqué {name} au même moment. Pour voir les jetons qui existent\u00a0: ops feed list -e {engagement}");
        }
    }

    /// <summary>
    /// Whether a token opens the feed of an engagement: one look at one record, named by what cannot be guessed, whether there is such an
    /// engagement or not.
    /// </summary>
    public async Task<bool> OpensAsync(EngagementId engagement, string? token, CancellationToken cancellationToken = default)
    {
        var asked = token is { Length: > 0 and <= Longest } ? token : "none";
        return await state.FindAsync(engagement, new(Tokens, HashOf(engagement, asked)), cancellationToken).ConfigureAwait(false) is not null;
    }

    private static string HashOf(EngagementId engagement, string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"feed\n{engagement}\n{token}")));

    private static FeedToken Read(StateEntry entry) =>
        (JsonSerializer.Deserialize(entry.Value, KpiFeedJson.Default.FeedToken) ?? throw new JsonException("A token's record is empty.")) with { Name = entry.Key.Id };
}
