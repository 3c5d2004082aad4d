using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure;

/// <summary>
/// A record's row key: <c>collection:id</c>, where what the service forbids in keys, and <c>!</c> itself, is written as <c>!</c> and another
/// character. A key that would pass 512 UTF-16 units ends in a hash, and the entity then carries the id itself.
/// </summary>
internal static class StateRowKey
{
    public const int LongestKey = 512;
    private const char Escape = '!';
    private const int Shift = 0x100;
    private const int KeptOfLong = LongestKey - 2 - 64;

    public static string Of(StateKey key)
    {
        var full = Prefix(key.Collection, key.Id);
        return full.Length <= LongestKey
            ? full
            : string.Concat(full.AsSpan(0, KeptOfLong), "!~", Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(key.Id))));
    }

    /// <summary>What every row key of ids that begin with the prefix begins with.</summary>
    public static string Start(string collection, string idPrefix)
    {
        var full = Prefix(collection, idPrefix);
        return full.Length <= KeptOfLong ? full : full[..KeptOfLong];
    }

    /// <summary>What every such row key is below: the next start where its last unit has a plain successor, else the end of the collection.</summary>
    public static string End(string collection, string start) => start[^1] is >= ' ' and < '~' && start.Length > collection.Length + 1
        ? start[..^1] + (char)(start[^1] + 1)
        : collection + (char)(':' + 1);

    public static bool IsHashed(string rowKey) => rowKey.Length == LongestKey && rowKey.AsSpan(KeptOfLong, 2) is "!~";

    /// <summary>The id of a row key that is not hashed.</summary>
    public static string IdOf(string rowKey)
    {
        var id = new StringBuilder();
        for (var i = rowKey.IndexOf(':', StringComparison.Ordinal) + 1; i < rowKey.Length; i++)
        {
            if (rowKey[i] != Escape)
            {
                id.Append(rowKey[i]);
            }
            else if (rowKey[++i] == 'x')
            {
                id.Append((char)int.Parse(rowKey.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                id.Append((char)(rowKey[i] - Shift));
            }
        }

        return id.ToString();
    }

    private static string Prefix(string collection, string id)
    {
        var key = new StringBuilder(collection).Append(':');
        for (var i = 0; i < id.Length; i++)
        {
            var unit = id[i];
            if (char.IsHighSurrogate(unit) && i + 1 < id.Length && char.IsLowSurrogate(id[i + 1]))
                key.Append(unit).Append(id[++i]);
            else if (char.IsSurrogate(unit) || unit >= '\ufffe')
                key.Append(Escape).Append('x').Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            else if (char.IsControl(unit) || unit is '/' or '\\' or '#' or '?' or '%' or '+' or Escape)
                key.Append(Escape).Append((char)(unit + Shift));
            else
                key.Append(unit);
        }

        return key.ToString();
    }
}
