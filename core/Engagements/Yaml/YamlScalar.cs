namespace OpsAutomation.Engagements.Yaml;

/// <summary>A single value. <paramref name="Plain"/> tells an unquoted one, which alone can be null.</summary>
internal sealed record YamlScalar(int Line, string Text, bool Plain) : YamlNode(Line)
{
    public bool IsNull => Plain && Text is "" or "~" or "null";
}
