using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Engagements;

public class EngagementErrorTests
{
    private const string Head = "id: a\nname: A\nlocale: fr-FR\nstart: 2026-10-05\n";
    private static readonly string[] Catalogue = ["sales.won-amount", "sales.win-rate"];

    [Theory]
    [InlineData("curency: EUR", "line 5: the key curency is not known: did you mean currency?", "ligne 5 : la clé curency n'est pas connue : vouliez-vous dire currency ?")]
    [InlineData("scope:\n  zzzzzzz: 1", "line 6, field scope: the key zzzzzzz is not known: one of business, stakes, included, excluded, access, stage, headcount was expected", "ligne 6, champ scope : la clé zzzzzzz n'est pas connue : une de ces valeurs est attendue : business, stakes, included, excluded, access, stage, headcount")]
    [InlineData("size: big", "line 5, field size: one of solo, small, sme was expected", "ligne 5, champ size : une de ces valeurs est attendue : solo, small, sme")]
    [InlineData("zone: Europe/Pari", "line 5, field zone: an IANA time zone such as Europe/Paris was expected", "ligne 5, champ zone : un fuseau horaire IANA comme Europe/Paris est attendu")]
    [InlineData("currency: euros", "line 5, field currency: an ISO 4217 currency such as EUR was expected: did you mean EUR?", "ligne 5, champ currency : une devise ISO 4217 comme EUR est attendue : vouliez-vous dire EUR ?")]
    [InlineData("currency: UER", "line 5, field currency: an ISO 4217 currency such as EUR was expected: did you mean EUR?", "ligne 5, champ currency : une devise ISO 4217 comme EUR est attendue : vouliez-vous dire EUR ?")]
    [InlineData("currency: ZZZ", "line 5, field currency: an ISO 4217 currency such as EUR was expected", "ligne 5, champ currency : une devise ISO 4217 comme EUR est attendue")]
    [InlineData("country: France", "line 5, field country: an ISO 3166 country such as FR was expected", "ligne 5, champ country : un pays ISO 3166 comme FR est attendu")]
    [InlineData("region: CH-GE", "line 5, field region: a region of the country, such as FR-57, was expected", "ligne 5, champ region : une région du pays, par exemple FR-57, est attendue")]
    [InlineData("fiscalYearStart: 13", "line 5, field fiscalYearStart: a whole number from 1 to 12 was expected", "ligne 5, champ fiscalYearStart : un nombre entier de 1 à 12 est attendu")]
    [InlineData("dayRate: 650 €", "line 5, field dayRate: a number of at least 0 was expected, such as 1234.5", "ligne 5, champ dayRate : un nombre d'au moins 0 est attendu, par exemple 1234.5")]
    [InlineData("people: claire", "line 5, field people: a list was expected: one line per item, each after a hyphen", "ligne 5, champ people : une liste est attendue : une ligne par élément, chacune après un tiret")]
    [InlineData("people:\n  - claire", "line 6, field people[1]: fields with their values (key: value) were expected", "ligne 6, champ people[1] : des champs avec leur valeur (clé : valeur) sont attendus")]
    [InlineData("people:\n  - {id: a, name: A}", "line 6, field people[1].role: it is missing: one of sponsor, ceo, relay, deputy, internal-coo, obm, manager, member was expected", "ligne 6, champ people[1].role : il manque : une de ces valeurs est attendue : sponsor, ceo, relay, deputy, internal-coo, obm, manager, member")]
    [InlineData("people:\n  - {id: a, name: A, role: obm, deputy: b}", "line 6, field people[1].deputy: the id of a person listed under people was expected", "ligne 6, champ people[1].deputy : l'identifiant d'une personne de la liste people est attendu")]
    [InlineData("people:\n  - {id: a, name: A, role: obm}\n  - {id: A, name: B, role: obm}", "line 7, field people[2].id: the id is already used above: another one was expected", "ligne 7, champ people[2].id : l'identifiant est déjà utilisé plus haut : un autre est attendu")]
    [InlineData("sender: nobody", "line 5, field sender: an e-mail address was expected", "ligne 5, champ sender : une adresse e-mail est attendue")]
    [InlineData("openingHours: {from: 9h, to: \"18:00\"}", "line 5, field openingHours.from: a time such as 07:30 was expected", "ligne 5, champ openingHours.from : une heure comme 07:30 est attendue")]
    [InlineData("openingHours: {from: \"18:00\", to: \"9:00\"}", "line 5, field openingHours.to: a time after from was expected", "ligne 5, champ openingHours.to : une heure postérieure à from est attendue")]
    [InlineData("kpis:\n  followed: [sales.win-rat]", "line 6, field kpis.followed[1]: the id of a KPI was expected: did you mean sales.win-rate?", "ligne 6, champ kpis.followed[1] : l'identifiant d'un indicateur est attendu : vouliez-vous dire sales.win-rate ?")]
    [InlineData("kpis:\n  targets:\n    - {kpi: sales.win-rate, grain: day, value: 1}", "line 7, field kpis.targets[1].grain: one of week, month, rolling was expected", "ligne 7, champ kpis.targets[1].grain : une de ces valeurs est attendue : week, month, rolling")]
    [InlineData("kpis:\n  targets:\n    - {kpi: sales.win-rate, value: 5, upTo: 4}", "line 7, field kpis.targets[1].upTo: a number that is not below value was expected", "ligne 7, champ kpis.targets[1].upTo : un nombre qui n'est pas inférieur à value est attendu")]
    [InlineData("kpis:\n  custom:\n    - {id: sales.win-rate}", "line 7, field kpis.custom[1].id: an id that the catalogue does not use was expected", "ligne 7, champ kpis.custom[1].id : un identifiant que le catalogue n'utilise pas est attendu")]
    [InlineData("kpis:\n  custom:\n    - {id: a.b, measure: {fact: deal, aggregate: sum, field: amout}}", "line 7, field kpis.custom[1].measure.field: a field of the fact was expected: did you mean amount?", "ligne 7, champ kpis.custom[1].measure.field : un champ du fait est attendu : vouliez-vous dire amount ?")]
    [InlineData("milestones:\n  changes:\n    - {id: J30, due: 2026-11-10}", "line 7, field milestones.changes[1].reason: it is missing: why the due date moved was expected", "ligne 7, champ milestones.changes[1].reason : il manque : la raison du report de l'échéance est attendue")]
    [InlineData("documents: {criticalSops: [raci]}", "line 5, field documents.criticalSops[1]: one of sop-client-onboarding, sop-incident, sop-capacity-planning, sop-sales-to-cs-handover, sop-sales-to-production-handover, sop-crm-hygiene, sop-monthly-close, sop-complaint, sop-hiring-onboarding, sop-access-offboarding, sop-weekly-kpi-review was expected", "ligne 5, champ documents.criticalSops[1] : une de ces valeurs est attendue : sop-client-onboarding, sop-incident, sop-capacity-planning, sop-sales-to-cs-handover, sop-sales-to-production-handover, sop-crm-hygiene, sop-monthly-close, sop-complaint, sop-hiring-onboarding, sop-access-offboarding, sop-weekly-kpi-review")]
    [InlineData("milestones:\n  removed: [J50]", "line 6, field milestones.removed[1]: one of J10, J30, J60, J90 was expected", "ligne 6, champ milestones.removed[1] : une de ces valeurs est attendue : J10, J30, J60, J90")]
    [InlineData("milestones:\n  changes:\n    - {id: J45}", "line 7, field milestones.changes[1].day: it is missing: a whole number from 0 to 3650 was expected", "ligne 7, champ milestones.changes[1].day : il manque : un nombre entier de 0 à 3650 est attendu")]
    [InlineData("recipients:\n  - {id: a, name: A, email: a@example.com, pause: {from: 2026-02-30, to: 2026-03-01}}", "line 6, field recipients[1].pause.from: a date such as 2026-10-05 was expected", "ligne 6, champ recipients[1].pause.from : une date comme 2026-10-05 est attendue")]
    [InlineData("raci:\n  - {process: P, accountable: [nobody]}", "line 6, field raci[1].accountable[1]: the id of a person listed under people was expected", "ligne 6, champ raci[1].accountable[1] : l'identifiant d'une personne de la liste people est attendu")]
    [InlineData("size: small\nsize: sme", "line 6, field size: the key is there twice: it was set on line 5", "ligne 6, champ size : la clé figure deux fois : elle est déjà définie ligne 5")]
    [InlineData("a: &x 1", "line 5, field a: anchors (&) and aliases (*) are not accepted: write the value out", "ligne 5, champ a : les ancres (&) et les alias (*) ne sont pas acceptés : écrivez la valeur en entier")]
    [InlineData("a: *x", "line 5, field a: anchors (&) and aliases (*) are not accepted: write the value out", "ligne 5, champ a : les ancres (&) et les alias (*) ne sont pas acceptés : écrivez la valeur en entier")]
    [InlineData("a: [1, 2", "line 6: this is not valid YAML: check indentation, quotes and colons around here", "ligne 6 : ce n'est pas du YAML valide : vérifiez l'indentation, les guillemets et les deux-points à cet endroit")]
    [InlineData("scope:\n\tbusiness: x", "line 6: the line begins with a tab: YAML wants spaces there", "ligne 6 : la ligne commence par une tabulation : YAML veut des espaces à cet endroit")]
    [InlineData("size: sme\0\nsize2: x", "line 5: a NUL character is here: it is no text file", "ligne 5 : un caractère NUL se trouve ici : ce n'est pas un fichier texte")]
    [InlineData("---\nid: b", "line 5: a second document begins here: one was expected", "ligne 5 : un second document commence ici : un seul est attendu")]
    [InlineData("id2: b\nname2: c", null, null)]
    public void An_error_says_file_line_field_and_what_was_expected(string added, string? english, string? french)
    {
        var error = Should.Throw<OpsException>(() => EngagementReader.Read(new("engagements/a.yaml", Head + added + "\n"), catalogue: Catalogue));
        error.Kind.ShouldBe(FailureKind.Refused);
        if (english is null)
            return;
        error.Text.En.ShouldBe("engagements/a.yaml, " + english + (english.EndsWith('?') ? " " : ". ") + "Correct the file and run the command again.");
        error.Text.Fr.Replace('\u00a0', ' ').ShouldBe("engagements/a.yaml, " + french + (french!.EndsWith('?') ? " " : ". ") + "Corrigez le fichier, puis relancez la commande.");
    }

    [Fact]
    public void Several_errors_are_said_at_once_in_the_order_of_the_file()
    {
        var error = Should.Throw<OpsException>(() => EngagementReader.Read(new("a.yaml", "nme: A\nlocale: de-DE\nid: B\nstart: 5/10/2026\n")));
        error.Text.En.ShouldBe("""
            a.yaml has 5 errors:
            - line 1, field name: it is missing: a text was expected.
            - line 1: the key nme is not known: did you mean name?
            - line 2, field locale: one of fr-FR, fr-BE, fr-CH, fr-CA, en-US, en-GB, en-CA, en-IE, en-AU, en-NZ was expected.
            - line 3, field id: 1 to 63 lower-case letters, digits and inner hyphens were expected, such as atelier-lumen.
            - line 4, field start: a date such as 2026-10-05 was expected.
            Correct the file and run the command again.
            """.ReplaceLineEndings("\n"));
        error.Text.Fr.ShouldStartWith("a.yaml contient 5 erreurs\u00a0:\n- ligne 1, champ name\u00a0: il manque\u00a0: un texte est attendu.\n");
    }

    [Fact]
    public void An_empty_file_says_what_was_expected() =>
        Should.Throw<OpsException>(() => EngagementReader.Read(new("a.yaml", "# nothing\n"))).Text.En
            .ShouldBe("a.yaml, line 1: fields with their values (key: value) were expected. Correct the file and run the command again.");

    [Fact]
    public void A_file_that_names_another_engagement_is_refused() =>
        Should.Throw<OpsException>(() => EngagementReader.Read(new("b.yaml", Head), EngagementId.Parse("b"))).Text.En
            .ShouldBe("b.yaml, line 1, field id: b was expected, the id of this engagement. Correct the file and run the command again.");

    [Fact]
    public void A_file_larger_than_a_mebibyte_is_refused() =>
        Should.Throw<OpsException>(() => EngagementReader.Read(new("a.yaml", Head + "#" + new string('x', 1024 * 1024)))).Text.En
            .ShouldBe("a.yaml, line 1: the file is larger than 1 MiB. Correct the file and run the command again.");

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed() =>
        Should.Throw<OpsException>(() => EngagementReader.Read(new("a.yaml", Head + "a: " + new string('[', 100_000)))).Text.En
            .ShouldContain("nesting is too deep");

    [Fact]
    public void Many_errors_are_counted_but_not_all_shown()
    {
        var many = string.Concat(Enumerable.Range(0, 30).Select(i => $"zzzzzzzz{i}: 1\n"));
        var text = Should.Throw<OpsException>(() => EngagementReader.Read(new("a.yaml", Head + many))).Text;
        text.En.ShouldStartWith("a.yaml has 30 errors:\n");
        text.En.ShouldContain("\n- and 10 more.\n");
        text.Fr.ShouldContain("\n- et 10 de plus.\n");
    }

    [Fact]
    public void A_message_never_quotes_a_value() =>
        Should.Throw<OpsException>(() => EngagementReader.Read(new("a.yaml", Head + "sender: jeanne.dupont at home\n"))).Message.ShouldNotContain("jeanne");
}
