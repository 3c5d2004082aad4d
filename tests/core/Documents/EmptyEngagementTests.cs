using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class EmptyEngagementTests
{
    [Theory]
    [MemberData(nameof(DocumentSnapshotTests.EveryDocument), MemberType = typeof(DocumentSnapshotTests))]
    public async Task With_nothing_known_a_document_shows_what_is_missing_and_invents_nothing(string kind, Language language)
    {
        var full = Company.Context(language);
        var context = new DocumentContext
        {
            Engagement = new Engagement
            {
                Id = full.Engagement.Id, Name = "Nova", Locale = full.Engagement.Locale, Currency = "EUR", Zone = full.Engagement.Zone, Start = full.Engagement.Start,
            },
            Today = full.Today,
            Language = language,
        };

        var document = await Company.Writer().Generator.GenerateAsync(context, kind);

        if (kind != "status-30-60-90")
            document.Markdown.ShouldContain(language == Language.French ? @"\[à désigner\]" : @"\[to be named\]");
        document.Html.ShouldNotContain("{{");
        document.Markdown.ShouldNotContain("\uE00C");
    }
}
