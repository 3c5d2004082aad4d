using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Fuzz.Tests.Bytes;
using OpsAutomation.Fuzz.Tests.Running;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Fuzz.Tests.Exports;

/// <summary>Exports of every kind, damaged or made up: each is read or refused with its reason.</summary>
public class ExportFuzzTests
{
    private static readonly Engagement Lumen = new()
    {
        Id = EngagementId.Parse("lumen"),
        Name = "Atelier Lumen",
        Locale = Locale.FrFr,
        Currency = "EUR",
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Start = new LocalDate(2026, 1, 5),
    };

    public static TheoryData<string> BombNames => [.. Bombs.All.Keys];

    [Fact]
    public void Delimited_files_are_read_or_refused() => FuzzRun.Of("csv", 130, one => Read(one, one.Any(SampleFiles.Delimited), text => Text(one, text, RandomTables.Delimited)));

    [Fact]
    public void French_ledgers_are_read_or_refused() => FuzzRun.Of("fec", 60, one => Read(one, one.Any(SampleFiles.Ledgers), text => Text(one, text, null)));

    [Fact]
    public void Json_is_read_or_refused() => FuzzRun.Of("json", 120, one => Read(one, one.Any(SampleFiles.Json), text => Text(one, text, RandomTables.Json)));

    [Fact]
    public void Workbooks_are_read_or_refused() => FuzzRun.Of("xlsx", 90, one => Read(one, new("deals.xlsx", []), _ =>
    {
        var bytes = RandomArchives.Workbook(one);
        return one.Chance(30) ? Mutator.Damage(bytes, one.Random) : bytes;
    }));

    [Fact]
    public void Old_workbooks_are_read_or_refused() => FuzzRun.Of("xls", 50, one => Read(one, one.Any(SampleFiles.OldWorkbooks), bytes => Binary(one, bytes)));

    [Fact]
    public void Zips_are_read_or_refused() => FuzzRun.Of("zip", 80, one => Read(one, new("deals.zip", []), _ =>
    {
        var bytes = RandomArchives.Zip(one, Entry);
        return one.Chance(30) ? Mutator.Damage(bytes, one.Random) : bytes;
    }));

    [Theory]
    [MemberData(nameof(BombNames))]
    public void A_small_file_that_wants_much_is_read_or_refused(string name) => FuzzRun.Once("bomb", one =>
    {
        one.Input = Bombs.All[name]();
        one.Input.Length.ShouldBeLessThanOrEqualTo(FuzzCase.LargeBytes + 100_000);
        one.Shape = name;
        Read(one.Input, "deals.bin", isImport: true);
        if (FuzzSettings.IsLong)
            Read(one.Input, "deals.bin", isImport: false);
    });

    private static byte[] Entry(FuzzCase one) => one.Random.Next(6) switch
    {
        0 => RandomTables.Delimited(one),
        1 => RandomTables.Json(one),
        2 => RandomArchives.Workbook(one),
        3 => RandomArchives.Zip(one, Inner),
        _ => Inner(one),
    };

    private static byte[] Inner(FuzzCase one) => Binary(one, one.Any(one.Any<IReadOnlyList<Sample>>([SampleFiles.Delimited, SampleFiles.Ledgers, SampleFiles.Json, SampleFiles.OldWorkbooks])).Bytes);

    private static byte[] Binary(FuzzCase one, byte[] sound)
    {
        var bytes = Mutator.Damage(sound, one.Random);
        return one.IsLarge ? Mutator.Grow(bytes, one.Random, FuzzCase.LargeBytes) : bytes;
    }

    private static byte[] Text(FuzzCase one, byte[] sound, Func<FuzzCase, byte[]>? made)
    {
        if (made is not null && one.Chance(40))
            sound = made(one);
        var bytes = one.Chance(80) ? Mutator.Damage(sound, one.Random) : sound;
        if (one.IsLarge && bytes.Length < FuzzCase.LargeBytes / 2)
            bytes = Mutator.Grow(bytes, one.Random, FuzzCase.LargeBytes);
        return one.Chance(20) && bytes.Length <= FuzzCase.LargeBytes / 4 ? Mutator.Encode(bytes, one.Random) : bytes;
    }

    private static void Read(FuzzCase one, Sample sample, Func<byte[], byte[]> change)
    {
        one.Input = change(sample.Bytes);
        one.Shape = sample.Name;
        Read(one.Input, sample.Name, isImport: one.Chance(25), isFull: one.Chance(10));
    }

    private static void Read(byte[] bytes, string name, bool isImport, bool isFull = false)
    {
        var content = new ExportContent(name, bytes.Length, () => new MemoryStream(bytes, writable: false));
        if (!isImport)
        {
            new Inspector(ProfileCatalogue.Default).Inspect(content, MappingContext.Of(Lumen));
            return;
        }

        var importer = new Importer(new InMemoryBlobStore(), new InMemoryStateStore(), new ManualTime(), ProfileCatalogue.Default);
        importer.ImportAsync(Lumen, new ImportRequest(content, Full: isFull)).GetAwaiter().GetResult();
    }
}
