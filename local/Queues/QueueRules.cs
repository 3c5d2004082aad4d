using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Queues;

/// <summary>The service's rules for names and sizes, checked on our side so that both storages refuse alike.</summary>
public static partial class QueueRules
{
    private const int LongestText = 64 * 1024;

    /// <summary>Refuses what the service would not take as a queue name.</summary>
    /// <exception cref="ArgumentException">The rule it breaks.</exception>
    public static void CheckName(string queue)
    {
        if (!Name().IsMatch(queue))
            throw new ArgumentException($"'{queue}' is no queue name: 3 to 63 lower-case letters, digits and single hyphens between them were expected.", nameof(queue));
    }

    /// <summary>Refuses texts over 64 KiB in UTF-8.</summary>
    /// <exception cref="ArgumentException">It is.</exception>
    public static void CheckText(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > LongestText)
            throw new ArgumentException("The message is over 64 KiB: store its body elsewhere and send the name.", nameof(text));
    }

    [GeneratedRegex(@"\A(?=.{3,63}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Name();
}
