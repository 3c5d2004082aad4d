using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis;

/// <summary>
/// What people entered or imported for days of KPIs: it outranks what facts say. The readings of a flow that are dated in the
/// period add up; of everything else the latest in the period holds.
/// </summary>
internal sealed class ReadingBook
{
    // What a bank says is no book cash.
    private static readonly LocalizedText BankBalance = new("Bank balance", "Solde bancaire");

    private readonly Dictionary<string, SortedDictionary<int, (decimal Value, long Version)>> byKpi = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all readings.</summary>
    public static ReadingBook Read(IFactSource facts)
    {
        var book = new ReadingBook();
        using var reader = facts.Open(FactType.Reading);
        while (reader?.Read() == true)
            book.Add(reader.Current);
        return book;
    }

    /// <summary>What was entered for a KPI in a period, or null.</summary>
    public Figure? Find(KpiDefinition definition, DaySpan period, string currency)
    {
        if (!byKpi.TryGetValue(definition.Id, out var days))
            return null;
        decimal? value = null;
        int? last = null;
        foreach (var (day, reading) in days)
        {
            if (!period.Holds(day))
                continue;
            value = definition.Nature == KpiNature.Flow ? (value ?? 0m) + reading.Value : reading.Value;
            last = day;
        }

        return value is null
            ? null
            : new()
            {
                Value = value,
                Entered = true,
                EnteredFor = last,
                Currency = definition.Unit == KpiUnit.Money ? currency : null,
                Label = definition.Id == KpiIds.Cash ? BankBalance : null,
            };
    }

    private void Add(FactRecord record)
    {
        if (record.State != RecordState.None
            || record.FindText(ReadingFields.Kpi) is not { } kpi
            || record.FindTime(ReadingFields.Date) is not { } date
            || record.FindNumber(ReadingFields.Value) is not { } value)
            return;
        if (!byKpi.TryGetValue(kpi, out var days))
            byKpi.Add(kpi, days = []);
        var day = DaySpan.DayOf(date.Date);
        if (!days.TryGetValue(day, out var known) || record.Version >= known.Version)
            days[day] = (value, record.Version);
    }
}
