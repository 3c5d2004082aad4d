using System.Security.Cryptography;
using System.Text;

namespace OpsAutomation.Pulls;

/// <summary>Short ids of long names: the same for the same parts, different for others.</summary>
internal static class PullKey
{
    private const int Bytes = 16;

    /// <summary>32 hexadecimal characters.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            // The length keeps "a, bc" and "ab, c" apart.
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(Encoding.Unicode.GetBytes(part));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }
}
