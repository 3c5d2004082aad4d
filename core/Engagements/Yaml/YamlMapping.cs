namespace OpsAutomation.Engagements.Yaml;

/// <summary>A mapping in the order of the file; keys are unique.</summary>
internal sealed record YamlMapping(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line);
