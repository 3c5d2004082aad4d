namespace OpsAutomation.Functions.Http;

/// <summary>What went wrong, for a program: RFC 9457.</summary>
/// <param name="Title">What kind of failure it is.</param>
/// <param name="Status">The status code.</param>
/// <param name="Detail">What, where and what to do next, without personal data.</param>
public sealed record Problem(string Title, int Status, string Detail);
