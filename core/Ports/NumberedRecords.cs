using System.Globalization;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ports;

/// <summary>
/// Records of a collection that are numbered from 1 in each engagement, such as <c>D-1</c>, <c>D-2</c>. Whoever adds one takes the number after the last and
/// inserts its key: of two at the same time one meets a conflict and takes the next, so that there are no gaps and no number is used again.
/// </summary>
/// <param name="Collection">The collection.</param>
/// <param name="Prefix">What comes before the number.</param>
internal readonly record struct NumberedRecords(string Collection, string Prefix)
{
    /// <summary>The last number, or 0 where there is none.</summary>
    public async Task<int> LastAsync(IStateStore state, EngagementId engagement, CancellationToken cancellationToken)
    {
        var last = 0;
        await foreach (var found in state.ListAsync(engagement, Collection, Prefix, cancellationToken).ConfigureAwait(false))
            last = int.Parse(found.Key.Id.AsSpan(Prefix.Length), CultureInfo.InvariantCulture);
        return last;
    }

    /// <summary>What people call a record.</summary>
    public string IdOf(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where a record is: padded, so that the order of keys is the order of numbers.</summary>
    public StateKey KeyOf(int number) => new(Collection, Prefix + number.ToString("00000000", CultureInfo.InvariantCulture));
}
