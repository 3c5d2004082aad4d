using System.Text.RegularExpressions;

namespace OpsAutomation.Functions.Tests.Infrastructure;

/// <summary>The infrastructure as text: what it names, read without its compiler.</summary>
internal static partial class BicepText
{
    private static readonly string Folder = Path.Combine(Root(), "infra");

    public static string Of(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>The modules and the main file.</summary>
    public static IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*.bicep", SearchOption.AllDirectories)];

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OpsAutomation.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    /// <summary>The texts of a list such as <c>var containers = ['a', 'b']</c>.</summary>
    public static IReadOnlyList<string> List(string file, string name)
    {
        var match = Regex.Match(Of(file), $@"^var {name} = \[(?<items>[^\]]*)\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        match.Success.ShouldBeTrue($"{file} has no list {name}");
        return [.. Quoted().Matches(match.Groups["items"].Value).Select(item => item.Groups["text"].Value)];
    }

    /// <summary>The names of app settings that are set.</summary>
    public static IReadOnlyList<string> Settings => [.. Setting().Matches(Of("app/functions.bicep")).Select(setting => setting.Groups["name"].Value)];

    [GeneratedRegex("'(?<text>[^']*)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{ name: '(?<name>[A-Za-z0-9_]+)', value:", RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
