namespace OpsAutomation.Ports;

/// <summary>The YAML of an engagement.</summary>
/// <param name="Name">Where a person finds it: a file path, or a blob's name.</param>
/// <param name="Yaml">The text.</param>
public sealed record ConfigurationText(string Name, string Yaml);
