namespace OpsAutomation.Engagements.Yaml;

/// <summary>A key of a mapping, the line it is on, and its value.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlNode Value);
