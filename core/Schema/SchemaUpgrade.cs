using OpsAutomation.Ports;
using OpsAutomation.Schema.Steps;

namespace OpsAutomation.Schema;

/// <summary>
/// Brings the state of a place to the version of this app, one version after the other; the mark moves when a step has ended, so that what was stopped
/// goes on at the step it was in. On one machine the caller holds the home; on a storage account several may do the same at once.
/// </summary>
public sealed class SchemaUpgrade
{
    private readonly IReadOnlyList<SchemaStep> steps;

    /// <summary>The upgrade to the version of this app.</summary>
    public SchemaUpgrade()
        : this([new ClosedDayStep()])
    {
    }

    /// <summary>An upgrade by other steps, in the order of their versions.</summary>
    internal SchemaUpgrade(IReadOnlyList<SchemaStep> steps) => this.steps = steps;

    /// <summary>Checks the version of a place and upgrades it where it is older.</summary>
    /// <param name="mark">The place's mark.</param>
    /// <param name="scope">The place.</param>
    /// <param name="place">What people call it.</param>
    /// <param name="cancellationToken">Stops; the next run goes on.</param>
    /// <returns>The version that was found; null where the place is new.</returns>
    /// <exception cref="OpsException">Refused: the state is of a newer version; nothing was touched.</exception>
    public async Task<int?> RunAsync(ISchemaMark mark, SchemaScope scope, string place, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mark);
        ArgumentNullException.ThrowIfNull(scope);
        var found = await mark.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (found is null && (await scope.Engagements.ListAsync(cancellationToken).ConfigureAwait(false)).Count > 0)
            found = StateSchema.First;
        var target = steps[^1].To;
        if (found == target)
            return found;
        StateSchema.Check(found ?? target, place);
        foreach (var step in steps.Where(step => step.To > (found ?? target)))
        {
            await step.RunAsync(scope, cancellationToken).ConfigureAwait(false);
            await mark.WriteAsync(step.To, cancellationToken).ConfigureAwait(false);
        }

        if (found is null)
            await mark.WriteAsync(target, cancellationToken).ConfigureAwait(false);
        return found;
    }
}
