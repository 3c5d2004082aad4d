using System.Globalization;
using NodaTime;
using OpsAutomation.Core.Tests.Facts;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Facts.Changes;

/// <summary>Deals that exports bring on some days and events change at hours of others, counted from the first day.</summary>
internal sealed class ToldDeals
{
    public const long Day = 86_400_000;
    public const long Start = 20_000 * Day;
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private int deliveries;

    public FactImports Imports { get; } = new();

    public static RecordChange At(decimal day, string id = "1") =>
        new(FactType.Deal, "hubspot", id, Instant.FromUnixTimeMilliseconds(Start + (long)(day * Day)), Paris);

    public static IncomingRow Row(string id, decimal amount, Action<DealBuilder>? with = null)
    {
        var deal = new DealBuilder().Id(id).Amount(amount);
        with?.Invoke(deal);
        return new(id, deal.Build());
    }

    public Task ExportAsync(decimal day, params IncomingRow[] rows) => Imports.ImportAsync(new(Start + (long)(day * Day), rows));

    public Task FullAsync(decimal day, params IncomingRow[] rows) => Imports.ImportAsync(new(Start + (long)(day * Day), rows) { Full = true });

    public Task<bool> TellAsync(params RecordChange[] changes) => TellAsync($"d{++deliveries}", changes);

    public Task<bool> TellAsync(string delivery, params RecordChange[] changes) =>
        new FactChanges(Imports.State).AddAsync(FactImports.Engagement, "hubspot", delivery, changes, default);

    public Task PruneAsync() => new FactPruning(Imports.Blobs, Imports.State).RunAsync(FactImports.Engagement, default);

    public async Task<IFactSource> OpenAsync() => await new FactStore(Imports.Blobs, Imports.State).OpenAsync(FactImports.Engagement);

    public async Task<FactRecord?> FindAsync(string id = "1") =>
        (await Imports.ReadAsync(FactType.Deal)).SingleOrDefault(deal => deal.FindText(DealFields.Id) == id);

    public static string Describe(FactRecord? deal) => deal is null
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{deal.FindText(DealFields.Status)} {deal.FindNumber(DealFields.Amount)} {deal.State}");
}
