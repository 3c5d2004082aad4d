using System.Text;
using OpsAutomation.Core.Tests.Exports;
using OpsAutomation.Core.Tests.Exports.Mapping;
using OpsAutomation.Core.Tests.Exports.Reading;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Core.Tests.Privacy;

/// <summary>What people are told of a file that is refused, or of rows that are, never shows what a cell holds.</summary>
public sealed class NoLeakTests
{
    private const string Name = "Zoé Canari";
    private const string Address = "zoe@canari.test";

    public static TheoryData<string, string> Files => new()
    {
        { "amounts.csv", $"Record ID,Deal Name,Deal Stage,Amount,Close Date\n1,a,Closed Won,{Name},2026-01-02\n2,b,{Name},10,2026-01-02\n" },
        { "dates.csv", $"Record ID,Deal Name,Deal Stage,Amount,Close Date\n1,a,Closed Won,10,{Name}\n2,b,Closed Won,10,{Address}\n" },
        { "fields.csv", $"Record ID,Deal Name,Deal Stage,Amount,Close Date\n1,a,Closed Won,10,2026-01-02,{Name},{Address}\n2,{Name}\n" },
        { "quotes.csv", $"Record ID,Deal Name,Deal Stage,Amount,Close Date\n1,\"{Name},Closed Won,10,2026-01-02\n2,b,Closed Won,10,2026-01-02\n" },
        { "unknown.csv", $"colour,height\n{Name},1\n{Address},2\n" },
        { "broken.json", $"[{{\"id\": 1, \"name\": \"{Name}\", \"email\": {Address}}}]" },
        { "cut.json", $"{{\"deals\": [{{\"id\": 1, \"name\": \"{Name}" },
        { "scores.csv", $"Timestamp,How likely are you to recommend us (0-10)?,Email\n2026-01-02,{Name},{Address}\n2026-01-02,99,{Address}\n" },
        { "fec.txt", $"JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\n\n{Name}\t\t1\t{Name}\t411\t{Name}\t\t\t\t20260101\t{Name}\t{Address}\t0\n" },
        { "readings.csv", $"kpi,date,value,note,by\n{Name},2026-01-02,{Address},x,{Name}\n" },
        { "subscriptions.csv", $"id,Customer Name,Plan,Interval,Amount,Status,Created (UTC)\nsub_1,{Name},p,{Name},{Address},{Name},2026-01-02\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Refusals_warnings_and_rejections_name_nobody(string file, string text)
    {
        var bench = new ImportBench();
        var said = new StringBuilder();
        try
        {
            var report = await bench.ImportAsync(text, file);
            said.AppendJoin('\n', report.Warnings.Select(warning => warning.ToString())).AppendJoin('\n', report.Rejections.Select(rejection => rejection.ToString()));
        }
        catch (OpsException refusal)
        {
            said.Append(refusal.Text).Append(refusal.Message);
        }

        try
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            said.Append(InspectionJson.Write(new Inspector(ProfileCatalogue.Default, ReadingLimits.Default).Inspect(Read.Content(file, bytes), MappedTable.French), Language.English));
        }
        catch (OpsException refusal)
        {
            said.Append(refusal.Text);
        }

        foreach (var path in bench.Blobs.Paths(bench.Engagement.Id).Where(path => path.StartsWith("rejections/", StringComparison.Ordinal)))
            said.Append(Encoding.UTF8.GetString(bench.Blobs[bench.Engagement.Id, path]));
        said.ToString().ShouldNotContain("canari", Case.Insensitive);
        said.ToString().ShouldNotContain("Zoé");
    }

    [Fact]
    public void The_suite_is_watched_where_it_asks_to_be()
    {
        var file = Environment.GetEnvironmentVariable("OPS_LEAKS");
        Assert.SkipWhen(string.IsNullOrEmpty(file), "Only ./test watches.");

        Should.Throw<OpsException>(() => throw OpsException.Refused("probe-4f1d en", "probe-4f1d fr"));

        File.ReadAllText(file + ".probes").ShouldContain("failure: “probe-4f1d”");
    }
}
