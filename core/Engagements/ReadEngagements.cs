using System.Collections.Concurrent;
using OpsAutomation.Ports;

namespace OpsAutomation.Engagements;

/// <summary>
/// The engagements as their texts said when they were last read: to read a text takes a hundred times as long as to see that it is the same.
/// Kept over runs, by what handles one message after the other.
/// </summary>
public sealed class ReadEngagements
{
    private readonly ConcurrentDictionary<EngagementId, (ConfigurationText Text, Engagement Engagement)> known = new();

    /// <summary>Reads a text, or gives what it said before.</summary>
    /// <exception cref="OpsException">Refused: it has errors, which are listed.</exception>
    public Engagement Read(EngagementId id, ConfigurationText text)
    {
        if (known.TryGetValue(id, out var former) && former.Text == text)
            return former.Engagement;
        var engagement = EngagementReader.Read(text, id);
        known[id] = (text, engagement);
        return engagement;
    }
}
