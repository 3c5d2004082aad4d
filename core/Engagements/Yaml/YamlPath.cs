using System.Globalization;

namespace OpsAutomation.Engagements.Yaml;

/// <summary>Names of fields as errors show them: <c>people[2].role</c>, items counted from 1.</summary>
internal static class YamlPath
{
    public static string Field(string path, string key) => path.Length == 0 ? key : path + "." + key;

    public static string Item(string path, int index) => path + "[" + (index + 1).ToString(CultureInfo.InvariantCulture) + "]";
}
