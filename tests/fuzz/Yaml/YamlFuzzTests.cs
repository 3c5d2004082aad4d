using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Fuzz.Tests.Bytes;
using OpsAutomation.Fuzz.Tests.Running;

namespace OpsAutomation.Fuzz.Tests.Yaml;

/// <summary>Engagement files, maps and profiles, damaged or made up: each is read or refused with its reason.</summary>
public class YamlFuzzTests
{
    private const string Map = "fact: Deal\ncolumns:\n  ref: id\n  prix: amount\n  stade: status\nignore: [notes]\nstatus:\n  won: [OK]\ndateOrder: mdy\ndecimalMark: \",\"\nunits:\n  amount: minor\n";

    private const string Profile = "id: own.deals\nfact: Deal\nsignature:\n  - [Ref]\ncolumns:\n  id: [Ref, \"* ref\"]\n  amount: Prix\n  closed: [Clos, \"Date *\"]\nstatus:\n  won: [OK, Signé]\nzone: Europe/Paris\n";

    private static readonly byte[] Full = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Files", "full.yaml"));

    private static readonly byte[][] Engagements =
    [
        Full,
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Files", "samples", "engagement.yaml")),
        Encoding.UTF8.GetBytes(EngagementTemplateText()),
    ];

    [Fact]
    public void Engagement_files_are_read_or_refused() => FuzzRun.Of("engagement", 120, one => EngagementReader.Read(new("a.yaml", Text(one, one.Any(Engagements)))));

    [Fact]
    public void Maps_are_read_or_refused() => FuzzRun.Of("map", 50, one => MappingOverrideReader.Read("map.yaml", Text(one, Encoding.UTF8.GetBytes(Map))));

    [Fact]
    public void Profiles_are_read_or_refused() => FuzzRun.Of("profile", 50, one => ProfileReader.Read("own.yaml", Text(one, Encoding.UTF8.GetBytes(Profile))));

    private static string EngagementTemplateText() => "id: a\nname: A\nlocale: fr-FR\nstart: 2026-01-05\nwebhooks:\n  - {source: n8n, scheme: standard, type: $.type, events: [{on: x, reading: {kpi: sales.win-rate, value: $.v}}]}\nevents:\n  - {name: b, to: \"https://example.com/h\", types: [ping], secret: s}\n";

    private static string Text(FuzzCase one, byte[] sound)
    {
        var bytes = one.Random.Next(5) switch
        {
            0 => Encoding.UTF8.GetBytes(RandomYaml.Document(one)),
            1 => Encoding.UTF8.GetBytes(RandomYaml.Bomb(one)),
            _ => Mutator.Damage(sound, one.Random, Full),
        };
        if (one.IsLarge)
            bytes = Mutator.Grow(bytes, one.Random, FuzzCase.LargeBytes);
        one.Input = bytes;
        one.Shape = "yaml";
        return Encoding.UTF8.GetString(bytes);
    }
}
