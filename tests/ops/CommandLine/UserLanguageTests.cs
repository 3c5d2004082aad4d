using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Tests.CommandLine;

public sealed class UserLanguageTests
{
    [Theory]
    [InlineData("LANG", "fr_FR.UTF-8", Language.French)]
    [InlineData("LANG", "fr", Language.French)]
    [InlineData("LANG", "en_GB.UTF-8", Language.English)]
    [InlineData("LANG", "de_DE.UTF-8", Language.English)]
    [InlineData("LANG", "C", Language.English)]
    [InlineData("LC_MESSAGES", "fr_CA", Language.French)]
    [InlineData("LC_ALL", "fr_BE@euro", Language.French)]
    public void The_environment_names_the_language(string variable, string value, Language expected) =>
        UserLanguage.Of([], name => name == variable ? value : null).ShouldBe(expected);

    [Fact]
    public void LC_ALL_outranks_LC_MESSAGES_which_outranks_LANG()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = "", ["LC_MESSAGES"] = "en_US", ["LANG"] = "fr_FR" };

        UserLanguage.Of([], all.GetValueOrDefault).ShouldBe(Language.English);
    }

    [Theory]
    [InlineData("--lang", "fr")]
    [InlineData("--lang=fr")]
    [InlineData("--lang:FR")]
    public void The_option_outranks_the_environment(params string[] args)
    {
        UserLanguage.Of(["kpis", .. args], _ => "en_US").ShouldBe(Language.French);
        UserLanguage.IsChosen(["kpis", .. args]).ShouldBeTrue();
    }

    [Fact]
    public void A_text_that_looks_like_the_option_is_none() =>
        UserLanguage.IsChosen(["note", "--", "--lang", "fr"]).ShouldBeFalse();
}
