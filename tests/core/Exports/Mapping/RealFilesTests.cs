using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class RealFilesTests
{
    [Fact]
    public void Maven_maps_by_itself_to_deals_with_the_known_figures()
    {
        var deals = MappedTable.Of(Open("maven-sales_pipeline.csv"), MappedTable.American);

        deals.Mapping.Fact.ShouldBe(FactType.Deal);
        deals.InputOf("opportunity_id").ShouldBe("id");
        deals.InputOf("sales_agent").ShouldBe("owner");
        deals.InputOf("account").ShouldBe("company");
        deals.InputOf("deal_stage").ShouldBe("stage");
        deals.InputOf("engage_date").ShouldBe("created");
        deals.InputOf("close_date").ShouldBe("closed");
        deals.InputOf("close_value").ShouldBe("amount");
        deals.Facts.Count.ShouldBe(8800);
        deals.Facts.Count(deal => deal.FindText(DealFields.Status) == "won").ShouldBe(4238);
        deals.Facts.Count(deal => deal.FindText(DealFields.Status) == "lost").ShouldBe(2473);
        deals.Facts.Where(deal => deal.FindText(DealFields.Status) == "won").Sum(deal => deal.GetNumber(DealFields.Amount)).ShouldBe(10_005_534m);
        deals.Rejections.ShouldBeEmpty();
    }

    [Fact]
    public void Data_loader_opportunities_have_the_known_figures()
    {
        var deals = MappedTable.Of(Open("salesforce-dataloader-opportunity.csv"), MappedTable.American);

        deals.Mapping.Profile.ShouldBe("salesforce.dataloader-opportunity");
        deals.Facts.Count.ShouldBe(38);
        var open = deals.Facts.Where(deal => deal.FindText(DealFields.Status) == "open").ToList();
        open.Count.ShouldBe(30);
        open.Sum(deal => deal.GetNumber(DealFields.Amount)).ShouldBe(4_070_000m);
        open.Sum(deal => deal.GetNumber(DealFields.Amount) * deal.GetNumber(DealFields.Probability) / 100m).ShouldBe(2_658_000m);
        deals.Facts.Count(deal => !deal.Has(DealFields.Amount)).ShouldBe(5);
        deals.Facts.Where(deal => deal.FindText(DealFields.Status) == "won").Sum(deal => deal.GetNumber(DealFields.Amount)).ShouldBe(2_200_000m);
    }

    [Theory]
    [InlineData("nps-en-1.csv")]
    [InlineData("nps-en-2.csv")]
    public void A_survey_with_three_possible_scores_lists_them_as_a_choice(string file)
    {
        var answers = MappedTable.Of(Open(file), MappedTable.American);

        answers.Mapping.Fact.ShouldBe(FactType.SurveyResponse);
        var choice = answers.Mapping.Choices.ShouldHaveSingleItem();
        choice.Field.ShouldBe("score");
        choice.Options.Count.ShouldBe(3);
        Should.Throw<OpsException>(answers.Mapping.RefuseIfOpen).Text.En.ShouldContain("opening keynote");
    }

    [Theory]
    [InlineData("nps-en-1.csv")]
    [InlineData("nps-en-2.csv")]
    public void A_survey_follows_the_map_that_names_its_score(string file)
    {
        const string map = """
            fact: SurveyResponse
            columns:
              "On a scale of 0-10, how would you rate Sudzilla?": score
            """;
        var answers = MappedTable.Of(Open(file), MappedTable.American, map: map);

        answers.Mapping.Choices.ShouldBeEmpty();
        answers.Facts.Count(answer => answer.GetNumber(SurveyResponseFields.Score) >= 9m).ShouldBe(8);
        answers.Facts.Count(answer => answer.GetNumber(SurveyResponseFields.Score) <= 6m).ShouldBe(22);
        answers.Facts.ShouldAllBe(answer => answer.Has(SurveyResponseFields.Date));
    }

    private static ExportTable Open(string file)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "OpsAutomation.sln")))
            directory = directory.Parent;
        var path = directory is null ? file : Path.Combine(directory.FullName, "..", "shared", "data", file);
        Assert.SkipUnless(File.Exists(path), "The shared data are not here.");
        var bytes = File.ReadAllBytes(path);
        return ExportFile.Open(new ExportContent(file, bytes.Length, () => new MemoryStream(bytes)), ReadingLimits.Default).Tables[0];
    }
}
