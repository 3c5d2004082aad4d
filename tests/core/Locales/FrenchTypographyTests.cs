using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Locales;

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
    [InlineData("30 % d'acompte", "30\u00a0% d'acompte")]
    [InlineData("soit 14 460 € ou 1 250 000 €", "soit 14\u202f460\u00a0€ ou 1\u202f250\u202f000\u00a0€")]
    [InlineData("soit 1 234,50 €", "soit 1\u202f234,50\u00a0€")]
    [InlineData("Début à 10:30 : salle B", "Début à 10:30\u00a0: salle B")]
    public void Signs_get_their_space(string written, string expected) => FrenchTypography.Apply(written).ShouldBe(expected);

    [Theory]
    [InlineData("à 14:30 précises")]
    [InlineData("voir https://exemple.fr/a?b=1;c=2! ici")]
    [InlineData("[page](https://exemple.fr/?x=1)")]
    [InlineData("le code `a ? b : c` reste")]
    [InlineData("|:---|---:|")]
    [InlineData("| --- | :---: |")]
    [InlineData("ratio 16:9")]
    [InlineData("au 01 23 45 67 89")]
    [InlineData("en 2026 120 clients")]
    [InlineData("30% net, 250€")]
    public void Times_links_code_and_table_rules_stay(string written) => FrenchTypography.Apply(written).ShouldBe(written);

    [Theory]
    [InlineData("demander « 30 % » à la signature ?", "demander «\u00a030\u00a0%\u00a0» à la signature\u00a0?")]
    [InlineData("Effet : 14 460 € ; oui !", "Effet\u00a0: 14\u202f460\u00a0€\u00a0; oui\u00a0!")]
    [InlineData("Yahoo! à 10:30, voir https://exemple.fr/a?b=1 : page", "Yahoo! à 10:30, voir https://exemple.fr/a?b=1\u00a0: page")]
    [InlineData("«oui»", "«oui»")]
    public void What_is_typed_is_held_together_and_nothing_added(string typed, string expected)
    {
        FrenchTypography.Hold(typed).ShouldBe(expected);
        FrenchTypography.Hold(expected).ShouldBe(expected);
    }

    [Fact]
    public void Fenced_code_stays() => FrenchTypography.Apply("```\na ? b\n```\nc ?").ShouldBe("```\na ? b\n```\nc\u00a0?");

    [Fact]
    public void A_second_pass_changes_nothing()
    {
        var once = FrenchTypography.Apply("Quoi ? « Rien » : 14:30 ; fin !");
        FrenchTypography.Apply(once).ShouldBe(once);
    }
}
