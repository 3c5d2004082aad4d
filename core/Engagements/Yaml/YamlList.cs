namespace OpsAutomation.Engagements.Yaml;

/// <summary>A sequence.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);
