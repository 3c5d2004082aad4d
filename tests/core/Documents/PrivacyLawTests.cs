using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class PrivacyLawTests
{
    [Theory]
    [InlineData("dpa-annex")]
    [InlineData("processing-register")]
    [InlineData("checklist-gdpr-request")]
    public async Task A_country_with_a_law_of_its_own_is_told_of_it_and_a_member_of_the_union_is_not(string kind)
    {
        (await WriteAsync(kind, "CH", Language.French)).ShouldContain("OPDo, art. 18");
        (await WriteAsync(kind, "CA", Language.English)).ShouldContain("P-39.1");
        (await WriteAsync(kind, "GB", Language.English)).ShouldContain("UK GDPR");
        (await WriteAsync(kind, "FR", Language.French)).ShouldNotContain("des personnes dans l'Union sont visées");
    }

    private static async Task<string> WriteAsync(string kind, string country, Language language)
    {
        var context = Company.Context(language);
        context = context with { Engagement = context.Engagement with { Country = country, Region = null } };
        return (await Company.Writer().Generator.GenerateAsync(context, kind, TestContext.Current.CancellationToken)).Markdown;
    }
}
