using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>
/// Thirteen months of a small company, told once and exported by many tools: deals are won, invoiced and paid later and later,
/// tasks slip while customers are slow to answer, tickets come in and are solved.
/// </summary>
internal sealed class Story
{
    public static readonly LocalDate First = new(2025, 10, 1);
    public static readonly LocalDate Today = new(2026, 11, 16);

    private readonly Random random;
    private readonly StoryWords words;

    private Story(int seed, StoryWords words)
    {
        random = new Random(seed);
        this.words = words;
        TellDeals();
        TellInvoices();
        TellTasks();
        TellTickets();
        TellAnswers();
    }

    public List<StoryDeal> Deals { get; } = [];

    public List<StoryInvoice> Invoices { get; } = [];

    public List<StoryTask> Tasks { get; } = [];

    public List<StoryTicket> Tickets { get; } = [];

    public List<StoryAnswer> Answers { get; } = [];

    public static Story Tell(int seed, StoryWords words) => new(seed, words);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public int Between(int from, int to) => random.Next(from, to + 1);

    private void TellDeals()
    {
        var id = 9_120_400;
        for (var day = First; day < Today; day = day.PlusDays(1))
        {
            if (IsWeekend(day) || random.NextDouble() > 0.62)
                continue;
            var company = Pick(words.Companies);
            var amount = 50m * Between(28, 190);
            var created = day.At(new LocalTime(Between(8, 18), Between(0, 59)));
            var closed = WorkingDay(day.PlusDays(Between(12, 58))).At(new LocalTime(Between(9, 18), Between(0, 59)));
            var won = random.NextDouble() < 0.44;
            var isClosed = closed.Date < Today;
            id += Between(3, 61);
            Deals.Add(new StoryDeal(
                id.ToString(), $"{company} - {Pick(words.Jobs)}", company, Pick(words.Sellers), amount, created, closed,
                !isClosed ? DealEnd.Open : won ? DealEnd.Won : DealEnd.Lost,
                isClosed && !won ? Pick(words.LossReasons) : null,
                isClosed ? closed : Earlier(created.PlusDays(Between(2, 30)))));
        }

        // One large deal makes the last week: the digest must say so.
        var last = new LocalDate(2026, 11, 12);
        Deals.Add(new StoryDeal(
            (id + 77).ToString(), $"{words.Companies[3]} - {words.Jobs[0]}", words.Companies[3], words.Sellers[0], 22_000m,
            last.PlusDays(-34).At(new LocalTime(10, 5)), last.At(new LocalTime(16, 40)), DealEnd.Won, null, last.At(new LocalTime(16, 40))));
    }

    private void TellInvoices()
    {
        var number = 0;
        foreach (var deal in Deals.Where(deal => deal.End == DealEnd.Won).OrderBy(deal => deal.Closed))
        {
            var date = WorkingDay(deal.Closed.Date.PlusDays(Between(5, 20)));
            if (date >= Today)
                continue;
            number++;
            var due = date.PlusDays(30);
            // Customers pay later and later over the year.
            var late = date > new LocalDate(2026, 8, 15) ? Between(6, 48) : date > new LocalDate(2026, 5, 1) ? Between(-6, 24) : Between(-12, 12);
            var paid = WorkingDay(due.PlusDays(late));
            Invoices.Add(new StoryInvoice(
                $"F-{number:000}", date, deal.Company, deal.Name, deal.Amount, due, paid < Today ? paid : null));
        }
    }

    private void TellTasks()
    {
        var id = 0;
        foreach (var deal in Deals.Where(deal => deal.End == DealEnd.Won).OrderBy(deal => deal.Closed))
        {
            foreach (var step in words.Steps)
            {
                id++;
                var created = deal.Closed.Date.PlusDays(1);
                var lead = created > new LocalDate(2026, 9, 15) ? Between(6, 19) : Between(3, 12);
                var due = WorkingDay(created.PlusDays(Between(7, 11)));
                var done = WorkingDay(created.PlusDays(lead));
                var owner = Pick(words.Makers);
                Tasks.Add(new StoryTask(
                    id.ToString("00000"), $"{step} - {deal.Company}", owner, created, due, done < Today ? done : null, Between(2, 12)));
            }
        }
    }

    private void TellTickets()
    {
        var id = 51_000;
        for (var day = First; day < Today; day = day.PlusDays(1))
        {
            var count = IsWeekend(day) ? 0 : Between(0, 3);
            for (var i = 0; i < count; i++)
            {
                id += Between(1, 9);
                var opened = day.At(new LocalTime(Between(8, 17), Between(0, 59)));
                var answered = opened.PlusMinutes(Between(9, 420));
                var closed = opened.PlusMinutes(Between(500, 7_500));
                Tickets.Add(new StoryTicket(
                    id.ToString(), Pick(words.Subjects), Pick(words.Topics), Pick(words.Companies), Pick(words.Makers), opened, answered,
                    closed.Date < Today ? closed : null, random.NextDouble() < 0.04));
            }
        }
    }

    private void TellAnswers()
    {
        var id = 0;
        for (var day = First; day < Today; day = day.PlusDays(1))
        {
            if (IsWeekend(day) || random.NextDouble() > 0.4)
                continue;
            id++;
            var score = random.NextDouble() switch { < 0.52 => Between(9, 10), < 0.86 => Between(7, 8), _ => Between(2, 6) };
            Answers.Add(new StoryAnswer($"r{id:0000}", score, day.At(new LocalTime(Between(8, 20), Between(0, 59))), $"person{id:000}@example.org"));
        }
    }

    private LocalDateTime Earlier(LocalDateTime moment) =>
        moment.Date < Today ? moment : Today.PlusDays(-Between(1, 9)).At(moment.TimeOfDay);

    private static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private static LocalDate WorkingDay(LocalDate day) => day.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => day.PlusDays(2),
        IsoDayOfWeek.Sunday => day.PlusDays(1),
        _ => day,
    };
}
