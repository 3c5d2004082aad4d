namespace OpsAutomation.Local.Tests.Storage;

public sealed class StorageFailureTests
{
    [Fact]
    public void A_full_disk_says_what_to_do_in_both_languages()
    {
        var failure = StorageFailure.Of(new IOException("raw", 28), "/home/obm/ops.db");

        failure.Kind.ShouldBe(FailureKind.Retriable);
        failure.Text.En.ShouldBe("There is no room left on the disk for /home/obm/ops.db. Nothing was half done; free some space, then run the command again.");
        failure.Text.Fr.ShouldBe("Il n'y a plus de place sur le disque pour /home/obm/ops.db. Rien n'a été fait à moitié\u00a0; libérez de l'espace, puis relancez la commande.");
    }

    [Fact]
    public void A_path_below_a_file_is_refused_since_a_retry_cannot_help()
    {
        var failure = StorageFailure.Of(new DirectoryNotFoundException(), "/home/obm/file/out");

        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Text.En.ShouldStartWith("/home/obm/file/out cannot be there:");
    }

    [Fact]
    public void A_read_only_disk_and_a_missing_right_are_told_apart()
    {
        StorageFailure.Of(new IOException("raw", 30), "/mnt/x").Text.En.ShouldContain("read-only");
        StorageFailure.Of(new UnauthorizedAccessException(), "/mnt/x").Text.En.ShouldContain("may not read or write /mnt/x");
    }
}
