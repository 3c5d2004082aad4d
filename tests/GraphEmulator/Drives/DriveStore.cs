using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace OpsAutomation.GraphEmulator.Drives;

/// <summary>The drives; one that is written to comes to be.</summary>
public sealed class DriveStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, StoredDrive> drives = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The time it is.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The drive of an id, a site (<c>host:/path</c> or its id) or a person's address.</summary>
    public StoredDrive Of(string name) => drives.GetOrAdd(name, key => new(IdOf(key), clock));

    internal StoredDrive? Find(string id) => drives.Values.FirstOrDefault(drive => drive.Id == id);

    internal StoredDrive? Named(string name) => drives.GetValueOrDefault(name);

    private static string IdOf(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '!')
        ? name
        : "b!" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8));
}
