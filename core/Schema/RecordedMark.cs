using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Schema;

/// <summary>The mark as a record beside those of engagements: of a place whose store has no mark of its own.</summary>
/// <param name="state">The records.</param>
public sealed class RecordedMark(IStateStore state) : ISchemaMark
{
    private const string Collection = "schema";
    private const int Attempts = 5;
    private static readonly StateKey Version = new(Collection, "version");

    /// <inheritdoc/>
    public async Task<int?> ReadAsync(CancellationToken cancellationToken = default) =>
        await state.FindAsync(EngagementId.App, Version, cancellationToken).ConfigureAwait(false) is { } entry ? Read(entry) : null;

    /// <summary>Sets the mark, unless it stands higher: somebody else has gone further meanwhile.</summary>
    public async Task WriteAsync(int version, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var entry = await state.FindAsync(EngagementId.App, Version, cancellationToken).ConfigureAwait(false);
            if (entry is not null && Read(entry) >= version)
                return;
            try
            {
                await state.CommitAsync(EngagementId.App, [new(Version, $"{version}", entry?.ETag)], cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StateConflictException) when (attempt < Attempts)
            {
                // Somebody else moved it: look where it stands.
            }
        }
    }

    private static int Read(StateEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Value);
        return document.RootElement.GetInt32();
    }
}
