using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class FrenchTypographyTests
{
    [Theory]
    [InlineData("Objet : livrer", "Objet\u00a0: livrer")]
    [InlineData("Objet: livrer", "Objet\u00a0: livrer")]
    [InlineData("Pourquoi ?", "Pourquoi\u00a0?")]
    [InlineData("Pourquoi?", "Pourquoi\u00a0?")]
    [InlineData("Fait ; suite", "Fait\u00a0; suite")]
    [InlineData("dit « oui » et", "dit «\u00a0oui\u00a0» et")]
    [InlineData("dit «oui» et", "dit «\u00a0oui\u00a0» et")]
    [InlineData("- **Déclencheur :** affaire", "- **Déclencheur\u00a0:** affaire")]
    [InlineData("- **Déclencheur**: affaire", "- **Déclencheur**\u00a0: affaire")]
    [InlineData("Quoi ?!", "Quoi\u00a0?!")]
    public void Signs_get_their_space(string written, string expected) => FrenchTypography.Apply(written).ShouldBe(expected);

    [Theory]
    [InlineData("à 14:30 précises")]
    [InlineData("voir https://exemple.fr/a?b=1;c=2! ici")]
    [InlineData("[page](https://exemple.fr/?x=1)")]
    [InlineData("le code `a ? b : c` reste")]
    [InlineData("|:---|---:|")]
    [InlineData("| --- | :---: |")]
    [InlineData("ratio 16:9")]
    public void Times_links_code_and_table_rules_stay(string written) => FrenchTypography.Apply(written).ShouldBe(written);

    [Fact]
    public void Fenced_code_stays() => FrenchTypography.Apply("```\na ? b\n```\nc ?").ShouldBe("```\na ? b\n```\nc\u00a0?");

    [Fact]
    public void A_second_pass_changes_nothing()
    {
        var once = FrenchTypography.Apply("Quoi ? « Rien » : 14:30 ; fin !");
        FrenchTypography.Apply(once).ShouldBe(once);
    }
}
