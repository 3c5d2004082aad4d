using System.Collections.Concurrent;
using OpsAutomation.Azure.Graph.Turns;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph;

/// <summary>This process's gates to all mailboxes.</summary>
internal sealed class MailboxGates(GraphOptions options, IStateStore state, TimeProvider clock) : IDisposable
{
    /// <summary>Names the mailbox of a request whose address does not.</summary>
    public static readonly HttpRequestOptionsKey<string> Mailbox = new("OpsAutomation.Mailbox");

    private readonly ConcurrentDictionary<string, MailboxGate> gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The gate of a mailbox.</summary>
    public MailboxGate Of(string mailbox) => gates.GetOrAdd(mailbox, _ => new(new TurnBook(state, options, clock, mailbox), options, clock));

    /// <summary>The gate of a request, or null where it is about no mailbox.</summary>
    public MailboxGate? Of(HttpRequestMessage request)
    {
        if (request.Options.TryGetValue(Mailbox, out var named))
            return Of(named);
        var parts = request.RequestUri?.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var users = Array.FindIndex(parts, part => part.Equals("users", StringComparison.OrdinalIgnoreCase));
        return users >= 0 && users + 1 < parts.Length ? Of(Uri.UnescapeDataString(parts[users + 1])) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var gate in gates.Values)
            gate.Dispose();
    }
}
