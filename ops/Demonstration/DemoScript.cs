using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Ops.Demonstration;

/// <summary>
/// A sample company's story as a text of commands: <c>@2026-11-16</c> says from which day on they are typed, <c>!</c> before a command shows its
/// whole answer, <c>#</c> begins a remark.
/// </summary>
internal static class DemoScript
{
    public static IReadOnlyList<DemoLine> Read(string text)
    {
        var lines = new List<DemoLine>();
        LocalDate? day = null;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '@')
                day = LocalDatePattern.Iso.Parse(line[1..]).Value;
            else if (line[0] != '#')
                lines.Add(new(day ?? throw new FormatException("A demo script begins with a day, such as @2026-11-16."), line.TrimStart('!'), line[0] == '!'));
        }

        return lines;
    }
}
