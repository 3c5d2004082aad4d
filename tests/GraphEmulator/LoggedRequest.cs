namespace OpsAutomation.GraphEmulator;

/// <summary>A request as it arrived.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The decoded path, without the query.</param>
/// <param name="Query">The query as it came.</param>
/// <param name="Prefer">The header <c>Prefer</c>, or empty.</param>
public sealed record LoggedRequest(string Method, string Path, string Query, string Prefer);
