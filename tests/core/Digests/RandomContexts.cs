using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Core.Tests.Digests;

/// <summary>Contexts made from a seed: any figures, long and hostile texts, everything present or missing.</summary>
internal sealed class RandomContexts(int seed)
{
    /// <summary>What clients' texts may hold; none of it may reach the HTML as markup or turn the direction of a line.</summary>
    public static readonly string[] Hostile =
        ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\r\nBcc: x@y.example", "abc\u202Egnp.exe", "\u2066isolated", "&amp; & <b>", "\u0000\u0007bell", "😀👩‍👩‍👧", "é\u0301\u0301", "מחיר", "nul\uD800"];

    private readonly Random random = new(seed);

    public DigestContext Next()
    {
        var locale = Pick(Locale.All);
        var engagement = DigestContexts.Engagement(Pick([FormOfAddress.Vous, FormOfAddress.Tu]), locale: locale) with { Name = Text(6) };
        var kpis = Many(0, 14, Kpi);
        return new()
        {
            Engagement = engagement,
            Recipient = DigestContexts.Recipient(locale) with { Name = Text(4), Kpis = random.Next(3) == 0 ? [.. kpis.Select(kpi => kpi.Id).Take(7)] : [] },
            Today = new LocalDate(2026, 1, 1).PlusDays(random.Next(700)),
            Kpis = kpis,
            Milestones = random.Next(4) == 0 ? null : new("x", new(2026, 6, 1), new(2026, 1, 1), Many(0, 9, Milestone), []),
            Log = Many(0, 30, Item),
            Documents = Many(0, 12, i => new PublishedDocument(Text(9), i + 1, Day())),
            Sources = Many(0, 12, i => new DigestSource(Text(4), Pick(["a.b", "c.d", null]), Pick<LocalDate?>([null, Day()]), random.Next(2_000_000), random.Next(9_000), 8, random.Next(5) == 0)),
            SentBefore = [.. kpis.Take(4).Select(kpi => new SentFigure(kpi.Id, kpi.Period.From, kpi.Period.To, Number(), kpi.Currency))],
            Undelivered = Many(0, 6, i => new UndeliveredEvents($"endpoint-of-a-long-name-{i}", Day().AtMidnight().InUtc().ToInstant(), 1 + random.Next(5000), "0123456789")),
            Sentence = random.Next(3) == 0 ? new(Sentence(), Text(3)) : null,
            Corrects = random.Next(4) == 0 ? new(1, Day(), [.. kpis.Select(kpi => new SentFigure(kpi.Id, kpi.Period.From, kpi.Period.To, Number(), kpi.Currency))]) : null,
        };
    }

    // As long as one may be.
    private string Sentence()
    {
        var words = Text(30).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Take(30);
        var text = string.Join(' ', words);
        return text[..Math.Min(text.Length, 240)];
    }

    public string Text(int words) => string.Join(random.Next(9) == 0 ? "\n" : " ", Enumerable.Range(0, 1 + random.Next(words)).Select(_ => random.Next(6) == 0 ? Pick(Hostile) : Word()));

    private KpiResult Kpi(int i)
    {
        var split = random.Next(8) == 0;
        decimal? value = split || random.Next(6) == 0 ? null : Number();
        var from = Day();
        var unit = Pick(Enum.GetValues<KpiUnit>());
        return new()
        {
            Id = Pick(["sales.won-amount", "finance.overdue-amount", "delivery.lead-time-days", "customers.nps", "own.kpi"]) + (i == 0 ? "" : i.ToString()),
            Label = new(Text(7), Text(7)),
            Unit = unit,
            Currency = unit == KpiUnit.Money ? Pick(["EUR", "CHF", "XOF"]) : null,
            Grain = Pick(Enum.GetValues<Grain>()),
            Nature = Pick(Enum.GetValues<KpiNature>()),
            Direction = Pick(Enum.GetValues<KpiDirection>()),
            Value = value,
            Period = new(from, from.PlusDays(6), random.Next(5) == 0),
            Previous = random.Next(4) == 0 ? null : Number(),
            Target = random.Next(3) == 0 ? null : Number(),
            TargetUpTo = random.Next(3) == 0 ? Number() : null,
            Status = value is null ? KpiStatus.NoData : Pick(Enum.GetValues<KpiStatus>()),
            Series = Many(0, 13, _ => new KpiPoint("2026-W01", random.Next(5) == 0 ? null : Number())),
            Sources = Many(0, 3, _ => new KpiSource("f.csv", 3, 1, default, "a.b", Day())),
            Warnings = Many(0, 3, _ => new LocalizedText(Text(40), Text(40))),
            Rows = random.Next(9) == 0 ? Many(0, 4, _ => new KpiRow(Text(9), 3, null)) : null,
            ByCurrency = split ? [new("EUR", Number()), new("USD", null), new("CHF", Number())] : null,
            SampleSize = random.Next(4) == 0 ? 64 : null,
            Entered = random.Next(4) == 0,
            Contributions = Many(0, 6, _ => new KpiContribution(Text(5), Number())),
            PreviousContributions = Many(0, 6, _ => new KpiContribution(Text(5), Number())),
        };
    }

    private MilestoneStatus Milestone(int i) => new()
    {
        Id = $"J{i}",
        Day = random.Next(120),
        Title = new("t", "t"),
        Due = Day(),
        FirstDue = Day(),
        Status = Pick(Enum.GetValues<MilestoneState>()),
        DueSoon = false,
        Progress = 0,
        Owner = Pick([null, "nadia", Text(3)]),
        DoneOn = random.Next(2) == 0 ? Day() : null,
        Criteria = Many(0, 9, n => new CriterionStatus($"J{i}-{n}", new("t", "t"), "manual", n % 2 == 0, null, null)),
    };

    private LogItem Item(int i)
    {
        var kind = Pick(Enum.GetValues<LogKind>());
        return new()
        {
            Id = $"{kind.ToString()[0]}-{i}",
            Kind = kind,
            Text = Text(120),
            Owner = Pick([null, "nadia", Text(4)]),
            Due = Pick<LocalDate?>([null, Day()]),
            Open = random.Next(5) > 0,
            Recommendation = Pick([null, Text(80)]),
            Kpi = Pick([null, "sales.won-amount", "own.kpi2"]),
            Origin = Pick([null, Text(3)]),
            Added = Day(),
        };
    }

    private LocalDate Day() => new LocalDate(2026, 1, 1).PlusDays(random.Next(700));

    private decimal Number() => Pick([0m, 1m, -1m, random.Next(), random.Next() / 1000m, -random.Next() / 7m, 123_456_789_012.345m, 0.0000001m]);

    private string Word() => new([.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => (char)('a' + random.Next(26)))]);

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private List<T> Many<T>(int least, int most, Func<int, T> make) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(make)];
}
