using System.Text;

namespace OpsAutomation.Kpis.Ledger;

/// <summary>Accounts by the beginnings of their numbers.</summary>
internal sealed class AccountSet(params IEnumerable<string> prefixes)
{
    private readonly byte[][] prefixes = [.. prefixes.Select(prefix => Encoding.UTF8.GetBytes(prefix.TrimEnd('*')))];

    /// <summary>Whether the account is one of them.</summary>
    public bool Holds(ReadOnlySpan<byte> account)
    {
        foreach (var prefix in prefixes)
        {
            if (account.StartsWith(prefix))
                return true;
        }

        return false;
    }
}
