using NodaTime;
using NodaTime.Text;
using OpsAutomation.Exports;

namespace OpsAutomation.Facts.Changes;

/// <summary>What events told since the exports, as readers of facts see it: newer values, records of their own, and the sources of webhooks in the list of sources.</summary>
internal sealed class FactOverlay
{
    private readonly Dictionary<FactType, Dictionary<UInt128, ChangedRecord>> records = [];
    private readonly FactManifest manifest;

    public FactOverlay(IEnumerable<ChangedRecord> told, IReadOnlyDictionary<(FactType Type, string Source), ToldDays> days, FactManifest manifest)
    {
        this.manifest = manifest;
        foreach (var record in told)
        {
            if (!records.TryGetValue(record.Type, out var ofType))
                records.Add(record.Type, ofType = []);
            ofType[record.Key] = record;
        }

        Sources = [.. SourcesOf(days)];
    }

    /// <summary>The sources of webhooks that told of something, one line each.</summary>
    public IReadOnlyList<ImportSource> Sources { get; }

    /// <summary>How many records of a type changed in a way that only an export can tell.</summary>
    public int CountAwaited(FactType type) => records.GetValueOrDefault(type)?.Values.Count(record => record.IsAwaited(long.MinValue)) ?? 0;

    /// <summary>Whether events told of a type.</summary>
    public bool Has(FactType type) => records.ContainsKey(type);

    /// <summary>The stored facts of a type with what events told.</summary>
    public IFactReader Over(FactType type, IFactReader? stored) =>
        new OverlayReader(type, stored, records[type], scope => manifest.Full.GetValueOrDefault(scope, long.MinValue), manifest.LastImport + 1);

    private IEnumerable<ImportSource> SourcesOf(IReadOnlyDictionary<(FactType Type, string Source), ToldDays> days)
    {
        var told = records.SelectMany(ofType => ofType.Value.Values.SelectMany(record => record.All.Select(value => (Type: ofType.Key, record.Key, value.Source, value.At)))).ToList();
        var number = manifest.LastImport;
        foreach (var source in told.Select(one => one.Source).Concat(days.Keys.Select(key => key.Source)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var mine = told.Where(one => one.Source == source).ToList();
            var types = mine.Select(one => one.Type).Concat(days.Keys.Where(key => key.Source == source).Select(key => key.Type)).Distinct().Order();
            var counts = types
                .Select(type => (Type: type, Rows: mine.Where(one => one.Type == type).Select(one => one.Key).Distinct().Count(), Days: days.GetValueOrDefault((type, source))))
                .Select(one => new FactCount(one.Type, one.Rows, one.Rows, 0, 0, one.Days?.First, one.Days?.Last))
                .ToList();
            var last = counts.Max(count => count.LastDay) ?? new LocalDate(1970, 1, 1);
            var at = mine.Count > 0 ? Instant.FromUnixTimeMilliseconds(mine.Max(one => one.At)) : last.AtMidnight().InUtc().ToInstant();
            yield return new()
            {
                Number = ++number,
                File = $"webhook {source}",
                ContentHash = "",
                Profile = $"webhook.{source}",
                ImportedAt = at,
                Taken = last,
                TakenIsStated = false,
                Facts = counts,
                IsEvents = true,
            };
        }
    }
}
