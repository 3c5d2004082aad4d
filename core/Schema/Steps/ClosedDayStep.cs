using System.Text.Json;
using OpsAutomation.Ports;

namespace OpsAutomation.Schema.Steps;

/// <summary>
/// Version 2: the day on which an engagement ended is a record of its own, <c>closure/ended</c> with <c>day</c> and <c>by</c>; in version 1 it was a bare
/// date, <c>retention/closed</c>.
/// </summary>
internal sealed class ClosedDayStep : SchemaStep
{
    private static readonly StateKey Old = new("retention", "closed");
    private static readonly StateKey New = new("closure", "ended");

    public override int To => 2;

    public override async Task RunAsync(SchemaScope scope, CancellationToken cancellationToken)
    {
        foreach (var engagement in await scope.Engagements.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await scope.State.FindAsync(engagement, Old, cancellationToken).ConfigureAwait(false) is not { } entry)
                continue;
            using var day = JsonDocument.Parse(entry.Value);
            var record = $$"""{"day":"{{day.RootElement.GetString()}}","by":null}""";
            try
            {
                await scope.State.CommitAsync(engagement, [new(Old, null, entry.ETag), StateChange.Insert(New, record)], cancellationToken).ConfigureAwait(false);
            }
            catch (StateConflictException)
            {
                // Another process made the step for this engagement.
            }
        }
    }
}
