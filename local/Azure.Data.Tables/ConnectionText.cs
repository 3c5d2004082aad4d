using System.Data.Common;

namespace Azure.Data.Tables;

/// <summary>The parts of a storage connection string that tables need.</summary>
internal sealed record ConnectionText(Uri TableEndpoint, string AccountName, string AccountKey)
{
    // The account that every emulator knows; its key is public.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // The kinds of exception are those of the official client.
    public static ConnectionText Parse(string text)
    {
        DbConnectionStringBuilder parts;
        try
        {
            parts = new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException failure)
        {
            // The text may hold a key: it is not repeated, and the failure says no more than a position.
            throw new InvalidOperationException("The storage connection string is not of the form name=value;name=value.", failure);
        }

        string Part(string name) => parts.TryGetValue(name, out var value) ? (string)value : null;
        if (string.Equals(Part("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
            return new(new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"), EmulatorAccount, EmulatorKey);
        var account = Part("AccountName") ?? throw new ArgumentException("The storage connection string lacks AccountName.");
        var key = Part("AccountKey") ?? throw new ArgumentException("The storage connection string lacks AccountKey.");
        var endpoint = Part("TableEndpoint")
            ?? $"{Part("DefaultEndpointsProtocol") ?? "https"}://{account}.table.{Part("EndpointSuffix") ?? "core.windows.net"}";
        return new(new Uri(endpoint), account, key);
    }
}
