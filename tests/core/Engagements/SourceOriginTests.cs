using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Engagements;

public class SourceOriginTests
{
    private const string Head = "id: a\nname: A\nlocale: fr-FR\nstart: 2026-10-05\nsources:\n";

    [Fact]
    public void A_source_that_says_nothing_of_its_place_comes_from_the_inbox()
    {
        Read("  - {id: a}").Origin.ShouldBe(InboxOrigin.Instance);
        Read("  - {id: a, from: INBOX, files: deals-*.csv}").Files.ShouldBe(["deals-*.csv"]);
    }

    [Fact]
    public void A_mailbox_is_read_with_its_folders_and_senders()
    {
        var origin = Read("""
              - id: a
                from: mailbox
                mailbox: exports@example.com
                folder: Inbox / Exports/
                senders: [reports@example.com, "@Salesforce.com"]
                moveTo: Inbox/Done
            """).Origin.ShouldBeOfType<MailboxOrigin>();

        (origin.Mailbox, origin.Folder, origin.MoveTo).ShouldBe(("exports@example.com", "Inbox/Exports", "Inbox/Done"));
        origin.Accepts("Reports@Example.com").ShouldBeTrue();
        origin.Accepts("noreply@salesforce.com").ShouldBeTrue();
        origin.Accepts("noreply@eu.salesforce.com").ShouldBeFalse();
        origin.Accepts("noreply@notsalesforce.com").ShouldBeFalse();
        origin.Accepts("not-reports@example.com").ShouldBeFalse();
        origin.Accepts(null).ShouldBeFalse();
    }

    [Fact]
    public void A_drive_or_a_site_is_read()
    {
        Read("  - {id: a, from: drive, drive: b!x-1, folder: Clients/Lumen, subfolders: yes}").Origin.ShouldBe(new DriveOrigin("b!x-1", null, "Clients/Lumen", true));
        Read("  - {id: a, from: drive, site: \"contoso.sharepoint.com:/sites/lumen\"}").Origin.ShouldBe(new DriveOrigin(null, "contoso.sharepoint.com:/sites/lumen", "", false));
    }

    [Fact]
    public void A_link_is_read_and_fetched_daily_unless_said_otherwise()
    {
        Read("  - {id: a, from: url, link: \"https://example.com/a.csv?x=1\"}").Origin.ShouldBe(new UrlOrigin(new("https://example.com/a.csv?x=1"), PullSchedule.Day));
        Read("  - {id: a, from: url, link: \"https://example.com/a.csv\", every: hour}").Origin.ShouldBe(new UrlOrigin(new("https://example.com/a.csv"), PullSchedule.Hour));
    }

    [Theory]
    [InlineData("from: ftp", "line 6, field sources[1].from: one of inbox, mailbox, drive, url was expected", "ligne 6, champ sources[1].from : une de ces valeurs est attendue : inbox, mailbox, drive, url")]
    [InlineData("from: mailbox, mailbox: nobody, senders: a@b.fr, moveTo: Done", "line 6, field sources[1].mailbox: an e-mail address was expected", "ligne 6, champ sources[1].mailbox : une adresse e-mail est attendue")]
    [InlineData("from: mailbox, mailbox: a@b.fr, moveTo: Done", "line 6, field sources[1].senders: it is missing: the addresses that send the exports were expected, or their domains such as @hubspot.com", "ligne 6, champ sources[1].senders : il manque : les adresses qui envoient les exports sont attendues, ou leurs domaines comme @hubspot.com")]
    [InlineData("from: mailbox, mailbox: a@b.fr, senders: [a@b.fr, hubspot.com], moveTo: Done", "line 6, field sources[1].senders[2]: the addresses that send the exports were expected, or their domains such as @hubspot.com", "ligne 6, champ sources[1].senders[2] : les adresses qui envoient les exports sont attendues, ou leurs domaines comme @hubspot.com")]
    [InlineData("from: mailbox, mailbox: a@b.fr, senders: a@b.fr, folder: Exports, moveTo: exports", "line 6, field sources[1].moveTo: a folder other than the one that is read was expected", "ligne 6, champ sources[1].moveTo : un autre dossier que celui qui est lu est attendu")]
    [InlineData("from: mailbox, mailbox: a@b.fr, senders: a@b.fr, moveTo: a/../b", "line 6, field sources[1].moveTo: the names of folders from the top were expected, such as Inbox/Exports", "ligne 6, champ sources[1].moveTo : les noms des dossiers depuis la racine sont attendus, par exemple Inbox/Exports")]
    [InlineData("from: drive, drive: x, site: y", "line 6, field sources[1].site: drive (the id of a drive, or the address of the OneDrive's owner) or site (its id, or contoso.sharepoint.com:/sites/name) was expected, and not both", "ligne 6, champ sources[1].site : drive (l'identifiant d'un lecteur, ou l'adresse de la personne dont c'est le OneDrive) ou site (son identifiant, ou contoso.sharepoint.com:/sites/nom) est attendu, et pas les deux")]
    [InlineData("from: drive, drive: a?b", "line 6, field sources[1].drive: drive (the id of a drive, or the address of the OneDrive's owner) or site (its id, or contoso.sharepoint.com:/sites/name) was expected, and not both", "ligne 6, champ sources[1].drive : drive (l'identifiant d'un lecteur, ou l'adresse de la personne dont c'est le OneDrive) ou site (son identifiant, ou contoso.sharepoint.com:/sites/nom) est attendu, et pas les deux")]
    [InlineData("from: url, link: \"http://example.com/a.csv\"", "line 6, field sources[1].link: an https link on the public internet was expected, without user name and password", "ligne 6, champ sources[1].link : un lien https de l'internet public est attendu, sans nom d'utilisateur ni mot de passe")]
    [InlineData("from: url, link: \"https://169.254.169.254/latest\"", "line 6, field sources[1].link: an https link on the public internet was expected, without user name and password", "ligne 6, champ sources[1].link : un lien https de l'internet public est attendu, sans nom d'utilisateur ni mot de passe")]
    [InlineData("from: url, link: \"https://example.com/a\", every: minute", "line 6, field sources[1].every: one of hour, day, week was expected", "ligne 6, champ sources[1].every : une de ces valeurs est attendue : hour, day, week")]
    [InlineData("mailbox: a@b.fr", "line 6, field sources[1]: the key mailbox is not known: one of id, name, profile, staleAfterDays, full, files, from was expected", "ligne 6, champ sources[1] : la clé mailbox n'est pas connue : une de ces valeurs est attendue : id, name, profile, staleAfterDays, full, files, from")]
    public void An_error_says_file_line_field_and_what_was_expected(string said, string english, string french)
    {
        var error = Should.Throw<OpsException>(() => Read("  - {id: a, " + said + "}"));

        error.Text.En.ShouldBe($"a.yaml, {english}. Correct the file and run the command again.");
        error.Text.Fr.Replace('\u00a0', ' ').ShouldBe($"a.yaml, {french}. Corrigez le fichier, puis relancez la commande.");
    }

    [Fact]
    public void Sources_that_share_a_mailbox_folder_move_its_messages_to_one_folder()
    {
        const string First = "  - {id: a, from: mailbox, mailbox: a@b.fr, senders: a@b.fr, folder: Exports, moveTo: Done}\n";

        Should.NotThrow(() => Read(First + "  - {id: b, from: mailbox, mailbox: A@b.fr, senders: c@b.fr, folder: exports, moveTo: done}"));
        Should.Throw<OpsException>(() => Read(First + "  - {id: b, from: mailbox, mailbox: A@b.fr, senders: c@b.fr, folder: exports, moveTo: Old}"))
            .Text.En.ShouldStartWith("a.yaml, line 7, field sources[2].moveTo: the folder that the source above moves messages of the same folder to was expected.");
    }

    private static SourceSettings Read(string sources) => EngagementReader.Read(new("a.yaml", Head + sources + "\n")).Sources[0];
}
