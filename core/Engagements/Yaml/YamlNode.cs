namespace OpsAutomation.Engagements.Yaml;

/// <summary>A node of a YAML document with the line, from 1, where it starts.</summary>
internal abstract record YamlNode(int Line);
