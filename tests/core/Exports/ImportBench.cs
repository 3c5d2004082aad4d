using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Exports;

/// <summary>An importer on stores in memory, for files given as text.</summary>
internal sealed class ImportBench
{
    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryStateStore State { get; } = new();

    public ManualTime Time { get; } = new();

    public Engagement Engagement { get; init; } = new()
    {
        Id = EngagementId.Parse("atelier-lumen"),
        Name = "Atelier Lumen",
        Locale = Locale.FrFr,
        Currency = "EUR",
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Start = new LocalDate(2026, 1, 5),
    };

    public Task<ImportReport> ImportAsync(
        string text, string name = "deals.csv", LocalDate? taken = null, bool full = false, CancellationToken cancellationToken = default) =>
        ImportAsync(Encoding.UTF8.GetBytes(text), name, taken, full, cancellationToken);

    public Task<ImportReport> ImportAsync(
        byte[] bytes, string name = "deals.csv", LocalDate? taken = null, bool full = false, CancellationToken cancellationToken = default)
    {
        var importer = new Importer(Blobs, State, Time, ProfileCatalogue.Default);
        var content = new ExportContent(name, bytes.Length, () => new MemoryStream(bytes, writable: false));
        return importer.ImportAsync(Engagement, new ImportRequest(content, Taken: taken, Full: full), cancellationToken);
    }

    public Task<IFactSource> OpenAsync() => new FactStore(Blobs, State).OpenAsync(Engagement.Id);

    public async Task<List<FactRecord>> ReadAsync(FactType type)
    {
        var records = new List<FactRecord>();
        using var reader = (await OpenAsync()).Open(type);
        while (reader?.Read() == true)
        {
            var copy = new FactRecord(reader.Current.Schema);
            copy.CopyFrom(reader.Current);
            records.Add(copy);
        }

        return records;
    }
}
