using System.Text;

namespace OpsAutomation.Fuzz.Tests.Exports;

/// <summary>Sound files of every kind, cut to a size at which a thousand of them are read in a second.</summary>
internal static class SampleFiles
{
    private const int Most = 3000;

    private const string Deals = "Record ID;Deal Name;Deal Stage;Amount;Close Date;Create Date\n1;\"Étude; A\";closedwon;1 200,50;2026-01-05;2025-12-01\n2;B;closedlost;800,00;05/02/2026;2025-12-02\n3;\"C\nD\";Open;-5;;\n";

    private const string JsonDeals = "[{\"dealId\":1,\"name\":\"Étude 😀\",\"stage\":\"closedwon\",\"amount\":1200.5,\"close\":\"2026-01-05T10:00:00Z\",\"tags\":[\"a\",{\"b\":null}]},"
        + "{\"dealId\":2,\"name\":\"B\",\"stage\":\"closedlost\",\"amount\":\"3,5\",\"close\":\"2026-02-01\"}]";

    private const string JsonPages = "{\"results\":[{\"id\":\"1\",\"properties\":{\"amount\":\"5\",\"dealstage\":\"closedwon\",\"closedate\":\"2026-01-05\"}}],\"paging\":{\"next\":{\"after\":\"x\"}}}\n"
        + "{\"results\":[{\"id\":\"2\",\"properties\":{\"amount\":\"6\",\"dealstage\":\"closedlost\",\"closedate\":\"2026-01-06\"}}]}";

    private const string Board = "{\"name\":\"P\",\"actions\":[{\"type\":\"createCard\",\"date\":\"2026-01-02T08:00:00.000Z\",\"data\":{\"card\":{\"id\":\"c1\"}}},"
        + "{\"type\":\"updateCard\",\"date\":\"2026-01-03T08:00:00.000Z\",\"data\":{\"card\":{\"id\":\"c1\",\"idList\":\"l2\"},\"listAfter\":{\"id\":\"l2\",\"name\":\"Done\"},\"listBefore\":{\"id\":\"l1\"}}}],"
        + "\"lists\":[{\"id\":\"l1\",\"name\":\"To do\",\"closed\":false},{\"id\":\"l2\",\"name\":\"Done\",\"closed\":false}],\"cards\":[{\"id\":\"c1\",\"name\":\"A\",\"idList\":\"l2\",\"closed\":false,\"due\":\"2026-01-09T10:00:00.000Z\",\"dueComplete\":true,"
        + "\"dateLastActivity\":\"2026-01-03T08:00:00.000Z\",\"idMembers\":[\"m1\"],\"labels\":[{\"name\":\"x\"}]}],\"members\":[{\"id\":\"m1\",\"fullName\":\"Ada\"}],\"checklists\":[],\"customFields\":[]}";

    /// <summary>Delimited texts: the samples of every vendor, and quoted fields over several lines.</summary>
    public static IReadOnlyList<Sample> Delimited { get; } =
    [
        new("deals.csv", Encoding.UTF8.GetBytes(Deals)),
        new("deals.tsv", Encoding.UTF8.GetBytes(Deals.Replace(';', '\t'))),
        .. Files("*.csv"), .. Files("samples/*.csv"),
    ];

    /// <summary>French ledgers.</summary>
    public static IReadOnlyList<Sample> Ledgers { get; } = [.. Files("samples/*FEC*.txt")];

    /// <summary>JSON: a list, pages of an API, a board.</summary>
    public static IReadOnlyList<Sample> Json { get; } =
        [new("deals.json", Encoding.UTF8.GetBytes(JsonDeals)), new("pages.json", Encoding.UTF8.GetBytes(JsonPages)), new("board.json", Encoding.UTF8.GetBytes(Board))];

    /// <summary>Old workbooks, and one that is encrypted.</summary>
    public static IReadOnlyList<Sample> OldWorkbooks { get; } = [.. Files("*.xls", int.MaxValue), .. Files("encrypted.xlsx", int.MaxValue)];

    private static IEnumerable<Sample> Files(string pattern, int most = Most)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "Files");
        return Directory.GetFiles(Path.Combine(root, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)).Order(StringComparer.Ordinal)
            .Select(path => new Sample(Path.GetFileName(path), Cut(File.ReadAllBytes(path), most)));
    }

    private static byte[] Cut(byte[] bytes, int most) => bytes.Length <= most ? bytes : bytes[..(bytes.AsSpan(0, most).LastIndexOf((byte)'\n') + 1)];
}
