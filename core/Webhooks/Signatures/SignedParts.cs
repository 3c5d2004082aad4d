namespace OpsAutomation.Webhooks.Signatures;

/// <summary>The parts of a request that signatures are made of, as they came.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Time">The text of the moment; empty where there is none.</param>
/// <param name="Id">The id of the message; empty where there is none.</param>
/// <param name="Body">The raw body.</param>
internal readonly record struct SignedParts(string Method, string Time, string Id, ReadOnlyMemory<byte> Body);
