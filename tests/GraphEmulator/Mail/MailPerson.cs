using System.Text.Json.Nodes;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>An address with its name.</summary>
/// <param name="Address">The address.</param>
/// <param name="Name">The name to show.</param>
public sealed record MailPerson(string Address, string Name)
{
    internal JsonObject ToJson() => new() { ["emailAddress"] = new JsonObject { ["name"] = Name, ["address"] = Address } };

    internal static MailPerson? From(JsonNode? json) => json?["emailAddress"] is { } mail && mail["address"] is { } address
        ? new((string)address!, (string?)mail["name"] ?? (string)address!)
        : null;
}
