using System.Text.RegularExpressions;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Engagements;

public partial class EngagementReaderTests
{
    private static readonly string[] Catalogue = ["sales.won-amount", "delivery.load-rate", "finance.cash"];
    private static readonly Engagement Full = EngagementReader.Read(
        new("full.yaml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Engagements", "Files", "full.yaml"))), catalogue: Catalogue);

    [Fact]
    public void What_a_file_says_of_the_client_is_read()
    {
        Full.Id.Value.ShouldBe("atelier-lumen");
        (Full.Name, Full.Locale, Full.Address, Full.Currency).ShouldBe(("Atelier Lumen", Locale.FrFr, FormOfAddress.Tu, "EUR"));
        (Full.Country, Full.Region, Full.Zone.Id).ShouldBe(("FR", "FR-67", "Europe/Paris"));
        Full.OpeningHours!.Days.ShouldBe([IsoDayOfWeek.Monday, IsoDayOfWeek.Friday]);
        (Full.OpeningHours.From, Full.OpeningHours.To).ShouldBe((new LocalTime(9, 0), new LocalTime(18, 0)));
        (Full.FiscalYearStartMonth, Full.Start, Full.DaysPerWeek, Full.DayRate).ShouldBe((4, new LocalDate(2026, 10, 5), 2.5m, 650m));
        (Full.Size, Full.State, Full.Sender).ShouldBe((EngagementSize.Sme, EngagementState.Handover, "ops@example.com"));
        Full.SenderTenant.ShouldBe("client.onmicrosoft.com");
        (Full.Scope.Business, Full.Scope.Headcount, Full.Scope.Access.Count).ShouldBe(("Éclairage", 12, 1));
        Full.FindPerson("CLAIRE").ShouldBe(new Person("claire", "Claire M.", PersonRole.Sponsor, "Dirigeante", "claire@example.com", "paul"));
        Full.PersonAs(PersonRole.Relay)!.Id.ShouldBe("paul");
    }

    [Fact]
    public void What_a_file_says_of_kpis_is_read()
    {
        var kpis = Full.Kpis;
        kpis.Followed.ShouldBe(["sales.won-amount", "delivery.blocked-count"]);
        kpis.Targets.ShouldBe(
        [
            new("sales.won-amount", Grain.Month, 45000m, null, new LocalDate(2026, 10, 1), 5m),
            new("delivery.load-rate", Grain.Week, 70m, 90m, null),
            new("finance.cash", Grain.Month, 90000m, null, null),
        ]);
        kpis.Owners["sales.won-amount"].ShouldBe("claire");
        kpis.Grains["sales.won-amount"].ShouldBe(Grain.Month);
        kpis.Accounts["revenue"].ShouldBe(["70", "71"]);
        kpis.Accounts["cash"].ShouldBe(["512"]);
        kpis.Marks["complaint"].Values.ShouldBe(["complaint", "réclamation"]);
        kpis.StaleAfterDays.ShouldBe(45);
    }

    [Fact]
    public void Kpis_of_its_own_are_read_with_their_measures()
    {
        var blocked = Full.Kpis.Custom[0];
        (blocked.Label, blocked.Unit, blocked.Direction).ShouldBe((new("Blocked tasks", "Tâches bloquées"), KpiUnit.Count, KpiDirection.Lower));
        (blocked.Measure!.Fact, blocked.Measure.Aggregate, blocked.Measure.Date).ShouldBe((FactType.Task, Aggregate.Count, TaskFields.Created));
        blocked.Measure.Where.Select(condition => (condition.Field, condition.Operator)).ShouldBe(
            [("tags", ConditionOperator.Contains), ("priority", ConditionOperator.Exists)]);
        var ratio = Full.Kpis.Custom[1];
        (ratio.Label.Fr, ratio.Unit, ratio.Measure!.Aggregate, ratio.Over!.Aggregate).ShouldBe(("Remise", KpiUnit.Percent, Aggregate.Sum, Aggregate.Mean));
        (ratio.Measure.Field, ratio.Measure.Date).ShouldBe((DealFields.Amount, DealFields.Closed));
        ratio.Measure.Where[1].Values.ShouldBe(["a", "b"]);
        Full.Kpis.Custom[2].Measure.ShouldBeNull();
    }

    [Fact]
    public void What_a_file_says_of_plan_documents_and_readers_is_read()
    {
        Full.Milestones.MoveToWorkingDay.ShouldBeTrue();
        Full.Milestones.Removed.ShouldBe(["J60"]);
        var (moved, added) = (Full.Milestones.Changes[0], Full.Milestones.Changes[1]);
        (moved.Due, moved.Reason, moved.Owner, moved.Criteria).ShouldBe((new LocalDate(2026, 11, 10), "Congés", "claire", null));
        (added.Day, added.Title!.En, added.Criteria![0].Kind, added.Criteria[1].AtLeast, added.Criteria[2].Test).ShouldBe((45, "Half-way", "manual", 3m, "improved"));
        (Full.Documents.Kinds[0], Full.Documents.CriticalSops[0], Full.Documents.ReviewMonths).ShouldBe(("raci", "sop-incident", 12));
        var reader = Full.Recipients[0];
        (reader.Locale, reader.Day, reader.Time, reader.ReviewRequired, reader.Latest, reader.SendUnapproved, reader.AttachDocuments).ShouldBe(
            (Locale.FrFr, IsoDayOfWeek.Tuesday, new LocalTime(8, 15), true, new LocalTime(12, 0), false, true));
        reader.Pause.ShouldBe(new DatePause(new(2026, 12, 24), new(2027, 1, 2)));
        Full.Recipients[1].Locale.ShouldBe(Locale.EnGb);
        (Full.Sources[0].Profile, Full.Sources[0].StaleAfterDays, Full.Sources[0].Full).ShouldBe(("hubspot.deals", 3, true));
        Full.Imports.RejectionLimitPercent.ShouldBe(5m);
        (Full.Raci[0].Accountable[0], Full.Raci[0].Informed[0]).ShouldBe(("claire", "paul"));
        (Full.Capacity[0].HoursPerWeek, Full.Capacity[0].Leave.Count).ShouldBe((35m, 1));
        Full.Tools[0].ShouldBe(new Tool("HubSpot", "CRM", "claire", 90m, false));
    }

    [Theory]
    [InlineData("fr-FR", "EUR", "Europe/Paris", "FR", null)]
    [InlineData("fr-BE", "EUR", "Europe/Brussels", "BE", null)]
    [InlineData("fr-CH", "CHF", "Europe/Zurich", "CH", null)]
    [InlineData("fr-CA", "CAD", "America/Toronto", "CA", "CA-QC")]
    [InlineData("en-US", "USD", "America/New_York", "US", null)]
    [InlineData("en-GB", "GBP", "Europe/London", "GB", null)]
    [InlineData("en-NZ", "NZD", "Pacific/Auckland", "NZ", null)]
    public void A_short_file_takes_the_defaults_of_its_locale(string locale, string currency, string zone, string country, string? region)
    {
        var engagement = EngagementReader.Read(new("a.yaml", $"id: a\nname: A\nlocale: {locale}\nstart: 2026-01-31\n"));
        (engagement.Currency, engagement.Zone.Id, engagement.Country, engagement.Region).ShouldBe((currency, zone, country, region));
        engagement.Kpis.Followed.ShouldBe(EngagementDefaults.FollowedKpis(EngagementSize.Small));
    }

    [Fact]
    public void The_example_of_the_documentation_is_valid()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OpsAutomation.sln")))
            folder = folder.Parent;
        Assert.SkipWhen(folder is null, "The documentation is not beside the tests.");
        var text = File.ReadAllText(Path.Combine(folder!.FullName, "docs", "engagement.md")).ReplaceLineEndings("\n");
        var yaml = text.Split("```yaml\n")[1].Split("```")[0];
        var engagement = EngagementReader.Read(new("docs/engagement.md", yaml));
        engagement.Kpis.Custom.Count.ShouldBe(3);
        engagement.Kpis.Targets.Select(target => target.Grain).ShouldBe([Grain.Week, Grain.Week, Grain.Week]);
    }

    [Fact]
    public void A_solo_business_follows_five_kpis() =>
        EngagementReader.Read(new("a.yaml", "id: a\nname: A\nlocale: fr-FR\nsize: solo\nstart: 2026-01-31\n")).Kpis.Followed.Count.ShouldBe(5);

    [Theory]
    [InlineData(Language.French, "fr-FR", "EUR", "Europe/Paris")]
    [InlineData(Language.English, "en-US", "USD", "America/New_York")]
    public void A_new_file_is_valid_as_it_is_and_with_its_comments_taken_away(Language language, string locale, string currency, string zone)
    {
        foreach (var size in Enum.GetValues<EngagementSize>())
        {
            var yaml = EngagementTemplate.Create(new(EngagementId.Parse("acme"), "L'Atelier: \"Été\" #1", language, new(2026, 10, 5), Size: size));
            var engagement = EngagementReader.Read(new("acme.yaml", yaml));
            (engagement.Name, engagement.Locale.Id, engagement.Currency, engagement.Zone.Id).ShouldBe(("L'Atelier: \"Été\" #1", locale, currency, zone));
            (engagement.Start, engagement.Size, engagement.People.Count).ShouldBe((new LocalDate(2026, 10, 5), size, 0));

            var uncommented = EngagementReader.Read(new("acme.yaml", Uncomment(yaml)));
            uncommented.People.Count.ShouldBe(4);
            uncommented.Recipients.ShouldHaveSingleItem();
            uncommented.Kpis.Targets.Count.ShouldBe(6);
            uncommented.Milestones.Changes.ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData("A\nstart: 1999-01-01")]
    [InlineData("A\u2028id: b")]
    [InlineData("A\u0085id: b")]
    [InlineData("{zone} # no comment \\")]
    [InlineData("true")]
    [InlineData("- a: [b")]
    public void A_name_cannot_break_out_of_its_line(string name)
    {
        var yaml = EngagementTemplate.Create(new(EngagementId.Parse("acme"), name, Language.English, new(2026, 10, 5)));
        var engagement = EngagementReader.Read(new("acme.yaml", yaml));
        (engagement.Id.Value, engagement.Start, engagement.Zone.Id).ShouldBe(("acme", new LocalDate(2026, 10, 5), "America/New_York"));
        engagement.Name.ShouldBe(name.Replace('\n', ' ').Replace('\u2028', ' ').Replace('\u0085', ' '));
    }

    [Fact]
    public void A_new_file_takes_what_was_asked_for()
    {
        var yaml = EngagementTemplate.Create(
            new(EngagementId.Parse("acme"), "Acme", Language.French, new(2026, 10, 5), Locale.FrCa, "USD", "America/Montreal", EngagementSize.Solo));
        var engagement = EngagementReader.Read(new("acme.yaml", yaml));
        (engagement.Currency, engagement.Zone.Id, engagement.Region, engagement.Size).ShouldBe(("USD", "America/Montreal", "CA-QC", EngagementSize.Solo));
    }

    // Takes the # from the lines that hold YAML, and leaves the sentences, which begin with a capital.
    private static string Uncomment(string yaml) => string.Join('\n', yaml.Split('\n').Select(line =>
        CommentedYaml().Match(line) is { Success: true } match && !line.Contains("region", StringComparison.Ordinal) && !line.Contains("J60", StringComparison.Ordinal)
            ? match.Groups[1].Value + match.Groups[2].Value
            : line));

    [GeneratedRegex(@"^(\s*)# (\s*(?:- \{|[a-z][a-zA-Z]*:).*)$")]
    private static partial Regex CommentedYaml();
}
