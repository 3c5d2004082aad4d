using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Ports;

namespace OpsAutomation.Ops.Demonstration;

/// <summary>A fictional company of the samples: its engagement, its exports and its script.</summary>
internal sealed record DemoCompany(string Folder, Engagement Engagement, string Yaml, IReadOnlyList<DemoLine> Lines)
{
    /// <summary>The companies that lie beside the program.</summary>
    public static async Task<IReadOnlyList<DemoCompany>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "samples");
        var companies = new List<DemoCompany>();
        foreach (var folder in new[] { "fr", "en" }.Select(name => Path.Combine(root, name)))
        {
            var file = Path.Combine(folder, "engagement.yaml");
            if (!File.Exists(file))
            {
                throw OpsException.Refused(
                    $"The sample {file} is missing: the program was copied without its samples folder. Build it again with: dotnet build ops",
                    $"L'exemple {file} manque\u00a0: le programme a été copié sans son dossier samples. Reconstruisez-le avec\u00a0: dotnet build ops");
            }

            var yaml = await File.ReadAllTextAsync(file, cancellationToken);
            var engagement = EngagementReader.Read(new ConfigurationText(file, yaml), expected: null, [.. KpiCatalogue.All.Select(kpi => kpi.Id)]);
            var script = await File.ReadAllTextAsync(Path.Combine(folder, "demo.txt"), cancellationToken);
            companies.Add(new(folder, engagement, yaml, DemoScript.Read(script)));
        }

        return companies;
    }
}
