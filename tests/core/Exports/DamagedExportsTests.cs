using System.IO.Compression;
using System.Text;
using OpsAutomation.Core.Tests.Exports.Mapping;
using OpsAutomation.Engagements;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Core.Tests.Exports;

/// <summary>Files as damage and malice leave them: bytes changed, cut, doubled and put in at random, from fixed seeds.</summary>
public class DamagedExportsTests
{
    private const int CasesPerFile = 84;

    private static readonly byte[][] Insertions =
    [
        "\""u8.ToArray(), "\0"u8.ToArray(), "\n"u8.ToArray(), ";"u8.ToArray(), ","u8.ToArray(), "\t"u8.ToArray(), "\\ud800"u8.ToArray(), [0xEF, 0xBB, 0xBF],
        [0xFF, 0xFE], "<"u8.ToArray(), "]"u8.ToArray(), "{"u8.ToArray(), "99999999999999999999999999999999"u8.ToArray(), "0000-00-00"u8.ToArray(), "1e999"u8.ToArray(),
        "&e;"u8.ToArray(), ": "u8.ToArray(), "- "u8.ToArray(), "&a "u8.ToArray(), "*a"u8.ToArray(), [0x1B, 0x5B, 0x41],
    ];

    [Theory]
    [InlineData("deals.csv", 1)]
    [InlineData("deals.xlsx", 2)]
    [InlineData("deals.json", 3)]
    [InlineData("900000001FEC20261231.txt", 4)]
    [InlineData("deals.zip", 5)]
    public void A_damaged_export_is_read_or_refused_and_nothing_else(string name, int seed)
    {
        var sound = Sample(name);
        var random = new Random(seed);
        for (var i = 0; i < CasesPerFile; i++)
        {
            var bytes = Damage(sound, random);
            Try($"{name}, seed {seed}, case {i}", () =>
                new Inspector(ProfileCatalogue.Default).Inspect(new ExportContent(name, bytes.Length, () => new MemoryStream(bytes)), MappedTable.French));
        }
    }

    [Fact]
    public void A_damaged_engagement_file_or_map_is_read_or_refused_and_nothing_else()
    {
        var engagement = "id: a\nname: A\nlocale: fr-FR\nstart: 2026-01-05\npeople:\n  - {id: b, name: B, role: sponsor}\nkpis:\n  followed: [sales.win-rate]\n"u8.ToArray();
        var map = "fact: Deal\ncolumns:\n  ref: id\n  prix: amount\nstatus:\n  won: [OK]\ndateOrder: mdy\ndecimalMark: \",\"\n"u8.ToArray();
        var random = new Random(6);
        for (var i = 0; i < CasesPerFile; i++)
        {
            Try($"engagement, case {i}", () => EngagementReader.Read(new("a.yaml", Encoding.UTF8.GetString(Damage(engagement, random)))));
            Try($"map, case {i}", () => MappingOverrideReader.Read("map.yaml", Encoding.UTF8.GetString(Damage(map, random))));
        }
    }

    [Fact]
    public void Half_an_emoji_in_json_is_a_replacement_character_and_no_failure()
    {
        var bytes = "[{\"dealId\":1,\"name\":\"cut \\ud83d\",\"stage\":\"closedwon\",\"amount\":5,\"close\":\"2026-01-05\"}]"u8.ToArray();

        using var file = ExportFile.Open(new ExportContent("deals.json", bytes.Length, () => new MemoryStream(bytes)), new ReadingLimits());
        using var rows = file.Tables[0].OpenRows();

        rows.Read().ShouldBeTrue();
        Encoding.UTF8.GetString(rows.Field(1)).ShouldBe("cut \uFFFD");
    }

    [Fact]
    public void A_map_nested_without_end_or_full_of_aliases_is_refused()
    {
        Should.Throw<OpsException>(() => MappingOverrideReader.Read("map.yaml", "columns: " + new string('[', 50_000)));
        Should.Throw<OpsException>(() => MappingOverrideReader.Read("map.yaml", "a: &a [x, x]\nb: &b [*a, *a]\ncolumns: [*b, *b]\n"))
            .Text.En.ShouldStartWith("map.yaml, line 1, field a: anchors");
    }

    private static void Try(string what, Action read)
    {
        try
        {
            read();
        }
        catch (OpsException refused)
        {
            refused.Text.En.ShouldNotBeNullOrWhiteSpace(what);
            refused.Text.Fr.ShouldNotBeNullOrWhiteSpace(what);
        }
        catch (Exception unforeseen)
        {
            throw new InvalidOperationException(what, unforeseen);
        }
    }

    private static byte[] Damage(byte[] sound, Random random)
    {
        var bytes = new List<byte>(sound);
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                case 3: bytes.InsertRange(at, Insertions[random.Next(Insertions.Length)]); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Sample(string name) => Path.GetExtension(name) switch
    {
        ".json" => "[{\"dealId\":1,\"name\":\"Étude 😀\",\"stage\":\"closedwon\",\"amount\":1200.5,\"close\":\"2026-01-05T10:00:00Z\",\"tags\":[\"a\",{\"b\":null}]},{\"dealId\":2,\"name\":\"B\",\"stage\":\"closedlost\",\"amount\":\"3,5\",\"close\":\"2026-02-01\"}]"u8.ToArray(),
        ".txt" => Encoding.UTF8.GetBytes("JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n"
            + "VE\tVentes\t1\t20260105\t411000\tClients\t\t\tF1\t20260105\tFacture\t120,00\t0,00\t\t\t20260131\t\t\nVE\tVentes\t1\t20260105\t706000\tPrestations\t\t\tF1\t20260105\tFacture\t0,00\t120,00\t\t\t20260131\t\t\n"),
        ".xlsx" => Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/s.xml\"/></Relationships>"),
            ("xl/worksheets/s.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Deal ID</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Amount</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Close Date</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>12.5</v></c><c r=\"C2\"><v>46000</v></c></row></sheetData></worksheet>")),
        ".zip" => Zip(("deals.csv", Deals), ("more/deals.csv", Deals)),
        _ => Encoding.UTF8.GetBytes(Deals),
    };

    private const string Deals = "Record ID;Deal Name;Deal Stage;Amount;Close Date;Create Date\n1;\"Étude; A\";closedwon;1 200,50;2026-01-05;2025-12-01\n2;B;closedlost;800,00;05/02/2026;2025-12-02\n3;\"C\nD\";Open;-5;;\n";

    // Stored, not compressed: damage reaches what is inside.
    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
