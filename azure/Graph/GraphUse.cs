namespace OpsAutomation.Azure.Graph;

/// <summary>What Graph is used for, in words for the person who can mend what is missing.</summary>
/// <param name="NotSignedIn">The tenant does not know the app, or nobody consented to it (401).</param>
/// <param name="NotAllowed">The app may not do that there (403).</param>
/// <param name="NotFound">There is no such mailbox or folder (404).</param>
internal sealed record GraphUse(LocalizedText NotSignedIn, LocalizedText NotAllowed, LocalizedText NotFound)
{
    /// <summary>The app's sign-in, whatever it is for.</summary>
    public static readonly LocalizedText SignIn = new(
        "Microsoft Graph does not accept the app's sign-in in this tenant: check Ops__Graph__TenantId (and senderTenant in the engagement's file), and have an administrator of the tenant consent to the app (docs/graph.md). Then run it again.",
        "Microsoft Graph refuse l'identification de l'application dans ce locataire (tenant)\u00a0: vérifiez Ops__Graph__TenantId (et senderTenant dans le fichier de la mission), et faites consentir un administrateur du tenant à l'application (docs/graph.md). Puis relancez.");

    /// <summary>Sending mail.</summary>
    public static readonly GraphUse SendMail = new(
        SignIn,
        new(
            "The app may not send from this engagement's mailbox: give it Mail.ReadWrite and Mail.Send, and put the mailbox (sender in the engagement's file) into its scope in Exchange (docs/graph.md). Nothing was sent; run it again once that is mended.",
            "L'application n'a pas le droit d'envoyer depuis la boîte de cette mission\u00a0: donnez-lui Mail.ReadWrite et Mail.Send, et ajoutez la boîte (sender dans le fichier de la mission) à son périmètre dans Exchange (docs/graph.md). Rien n'est parti\u00a0; relancez une fois le droit donné."),
        new(
            "The mailbox to send from was not found: check sender (and senderTenant) in the engagement's file; it must be a mailbox in Exchange Online. Nothing was sent; run it again once that is mended.",
            "La boîte d'envoi est introuvable\u00a0: vérifiez sender (et senderTenant) dans le fichier de la mission\u00a0; ce doit être une boîte d'Exchange Online. Rien n'est parti\u00a0; relancez une fois le fichier corrigé."));

    /// <summary>Reading exports from a mailbox.</summary>
    public static readonly GraphUse ReadMailbox = new(
        SignIn,
        new(
            "The app may not read the mailbox of this source: give it Mail.ReadWrite, and put the mailbox into its scope in Exchange (docs/sources.md).",
            "L'application n'a pas le droit de lire la boîte de cette source\u00a0: donnez-lui Mail.ReadWrite, et ajoutez la boîte à son périmètre dans Exchange (docs/sources.md)."),
        new(
            "The mailbox of this source, or its folder, was not found: check mailbox, tenant and folder in the engagement's file; it must be a mailbox in Exchange Online, and the folder must exist (docs/sources.md).",
            "La boîte de cette source, ou son dossier, est introuvable\u00a0: vérifiez mailbox, tenant et folder dans le fichier de la mission\u00a0; ce doit être une boîte d'Exchange Online, et le dossier doit exister (docs/sources.md)."));

    /// <summary>Publishing documents to a drive.</summary>
    public static readonly GraphUse WriteDrive = new(
        SignIn,
        new(
            "The app may not write to the drive that documents are published to: give it Sites.Selected with write on that site, or Files.ReadWrite.All (docs/publishing.md).",
            "L'application n'a pas le droit d'écrire dans le lecteur où les documents sont publiés\u00a0: donnez-lui Sites.Selected avec écriture sur ce site, ou Files.ReadWrite.All (docs/publishing.md)."),
        new(
            "The drive or site that documents are published to was not found: check drive, site and tenant in the engagement's file (docs/publishing.md). With Sites.Selected, a site that the app was not given looks as if it did not exist.",
            "Le lecteur ou le site où les documents sont publiés est introuvable\u00a0: vérifiez drive, site et tenant dans le fichier de la mission (docs/publishing.md). Avec Sites.Selected, un site que l'application n'a pas reçu semble ne pas exister."));

    /// <summary>Reading exports from a drive.</summary>
    public static readonly GraphUse ReadDrive = new(
        SignIn,
        new(
            "The app may not read the drive of this source: give it Sites.Selected with read on that site, or Files.Read.All (docs/sources.md).",
            "L'application n'a pas le droit de lire le lecteur de cette source\u00a0: donnez-lui Sites.Selected avec lecture sur ce site, ou Files.Read.All (docs/sources.md)."),
        new(
            "The drive or site of this source, or its folder, was not found: check drive, site, tenant and folder in the engagement's file (docs/sources.md). With Sites.Selected, a site that the app was not given looks as if it did not exist.",
            "Le lecteur ou le site de cette source, ou son dossier, est introuvable\u00a0: vérifiez drive, site, tenant et folder dans le fichier de la mission (docs/sources.md). Avec Sites.Selected, un site que l'application n'a pas reçu semble ne pas exister."));
}
