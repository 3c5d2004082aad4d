namespace OpsAutomation.Engagements.Yaml;

/// <summary>A text of a list with the place it was read at.</summary>
internal sealed record YamlText(string Text, int Line, string Path);
