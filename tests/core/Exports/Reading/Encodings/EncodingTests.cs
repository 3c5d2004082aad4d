using System.Text;

namespace OpsAutomation.Core.Tests.Exports.Reading.Encodings;

public class EncodingTests
{
    private const string French = "Société;Montant;État\r\nGénérale d’été;12,50;gagné à Nîmes\r\nCôté façade;7,00;où ça ?\r\nŒuvre;5,00;perdu\r\n";

    public static TheoryData<string, string, bool> Whole() => new()
    {
        { "utf-8", "utf-8", false },
        { "utf-8", "utf-8-bom", true },
        { "utf-16", "utf-16le", true },
        { "utf-16", "utf-16le", false },
        { "utf-16BE", "utf-16be", true },
        { "utf-16BE", "utf-16be", false },
        { "utf-32", "utf-32le", true },
        { "utf-32", "utf-32le", false },
        { "utf-32BE", "utf-32be", true },
        { "utf-32BE", "utf-32be", false },
        { "windows-1252", "windows-1252", false },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void Reads_an_encoding_and_names_it(string encoding, string name, bool mark)
    {
        var table = Read.Table(Bytes(French, encoding, mark));

        table.Encoding.ShouldBe(name);
        table.Header.ShouldBe(["Société", "Montant", "État"]);
        table.Lines().ShouldBe(["Générale d’été|12,50|gagné à Nîmes", "Côté façade|7,00|où ça ?", "Œuvre|5,00|perdu"]);
        table.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ibm850")]
    [InlineData("windows-1252")]
    public void Tells_the_one_byte_encodings_by_their_letters(string encoding)
    {
        const string text = "Libellé;Montant\nFacture n° 3 réglée à l'échéance;12,50\nDépôt reçu, forêt;3,00\n";

        var table = Read.Table(Bytes(text, encoding, mark: false));

        table.Encoding.ShouldBe(encoding);
        table.Lines()[0].ShouldBe("Facture n° 3 réglée à l'échéance|12,50");
    }

    [Fact]
    public void One_accent_alone_is_enough_to_tell_them_apart()
    {
        Read.Table([.. "nom;n\nCaf"u8, 0x82, .. ";1\n"u8]).Lines().ShouldBe(["Café|1"]);
        Read.Table([.. "nom;n\nCaf"u8, 0xE9, .. ";1\n"u8]).Lines().ShouldBe(["Café|1"]);
        Read.Table([.. "nom;n\nAcme "u8, 0x96, .. " Paris;12 "u8, 0x80, .. "\n"u8]).Lines().ShouldBe(["Acme – Paris|12 €"]);
    }

    [Fact]
    public void Bytes_without_a_character_in_1252_are_latin_1()
    {
        var table = Read.Table([.. "nom;n\n"u8, 0xC9, .. "t"u8, 0xE9, .. " "u8, 0x8D, .. ";1\n"u8]);

        table.Encoding.ShouldBe("iso-8859-1");
        table.Lines().ShouldBe(["Été \u008d|1"]);
    }

    [Fact]
    public void Two_encodings_in_one_file_are_both_read_and_reported()
    {
        byte[] bytes = [.. "nom;ville\nSociété;Nîmes\n"u8, .. Bytes("Générale d’été;Orléans\n", "windows-1252", mark: false), .. "Zoé;Sète\n"u8];

        var table = Read.Table(bytes);

        table.Encoding.ShouldBe("mixed:utf-8+windows-1252");
        table.Lines().ShouldBe(["Société|Nîmes", "Générale d’été|Orléans", "Zoé|Sète"]);
        table.Warnings.ShouldHaveSingleItem().En.ShouldStartWith("6 bytes are not UTF-8");
    }

    [Fact]
    public void One_odd_byte_beyond_the_first_blocks_is_found()
    {
        var text = new StringBuilder("nom;ville\n");
        for (var i = 0; i < 60_000; i++)
            text.Append("Société;Nîmes\n");
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text.ToString()), .. "caf"u8, 0xE9, .. ";Sète\n"u8];

        var table = Read.Table(bytes);

        table.Encoding.ShouldBe("mixed:utf-8+windows-1252");
        var lines = table.Lines();
        lines.Length.ShouldBe(60_001);
        lines[^1].ShouldBe("café|Sète");
        lines.Take(60_000).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldBe("Société|Nîmes");
    }

    [Fact]
    public void No_byte_whatever_makes_reading_fail_or_loses_a_row()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var noise = new byte[40];
            random.NextBytes(noise);
            for (var i = 0; i < noise.Length; i++)
                noise[i] = noise[i] is 0 or 10 or 13 or 34 or (byte)';' ? (byte)'x' : noise[i];
            byte[] bytes = [.. "nom;ville\nSociete;Nimes\n"u8, .. noise, .. ";Sete\nlast;row\n"u8];

            var table = Read.Table(bytes);

            table.Rows().Count.ShouldBe(3);
        }
    }

    private static byte[] Bytes(string text, string encoding, bool mark)
    {
        var found = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        return mark ? [.. found.GetPreamble(), .. found.GetBytes(text)] : found.GetBytes(text);
    }
}
