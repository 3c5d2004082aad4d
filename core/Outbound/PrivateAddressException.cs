namespace OpsAutomation.Outbound;

/// <summary>A host has no address on the public internet. HTTP clients wrap this in an <see cref="HttpRequestException"/>.</summary>
public sealed class PrivateAddressException() : IOException("The host has no address on the public internet.");
