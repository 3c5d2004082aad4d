using System.Text.Json;
using NodaTime.Text;
using OpsAutomation.Audit;

namespace OpsAutomation.Ops.Output;

/// <summary>The audit record as JSON, and its acts in words.</summary>
internal static class AuditOutput
{
    /// <summary>Writes the lines as an array, oldest first; moments are in UTC.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<AuditEntry> lines)
    {
        json.WriteStartArray();
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("at", InstantPattern.ExtendedIso.Format(line.At));
            json.WriteString("actor", line.Actor);
            json.WriteString("action", line.Action);
            json.WriteString("subject", line.Subject);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An act in words; one of another version of the product by its name.</summary>
    public static LocalizedText WordOf(string action) => action switch
    {
        AuditAction.MilestoneDone => new("marked as done", "a marqué comme atteint"),
        AuditAction.MilestoneReopened or AuditAction.ItemReopened => new("reopened", "a rouvert"),
        AuditAction.ChecklistStarted => new("started", "a démarré"),
        AuditAction.ChecklistTicked => new("ticked", "a coché"),
        AuditAction.ChecklistReopened => new("opened again", "a rouvert"),
        AuditAction.ItemAdded => new("added", "a ajouté"),
        AuditAction.ItemClosed => new("closed", "a clos"),
        AuditAction.ReadingEntered => new("entered a value of", "a saisi une valeur de"),
        AuditAction.DigestApproved => new("approved the digest", "a validé le point hebdomadaire"),
        AuditAction.DigestSent => new("sent the digest", "a envoyé le point hebdomadaire"),
        AuditAction.DigestPaused => new("paused the digests of", "a mis en pause les points hebdomadaires de"),
        AuditAction.DigestResumed => new("resumed the digests of", "a repris les points hebdomadaires de"),
        AuditAction.DigestUnsubscribed => new("ended the digests of", "a mis fin aux points hebdomadaires de"),
        AuditAction.WebhookAdded => new("turned on", "a activé"),
        AuditAction.SecretRotated => new("replaced the secret of", "a remplacé le secret de"),
        AuditAction.SecretRevoked => new("ended the secrets of", "a mis fin aux secrets de"),
        AuditAction.LinksRevoked => new("ended the links of", "a mis fin aux liens de"),
        AuditAction.PersonErased => new("erased the person", "a effacé la personne"),
        AuditAction.ExerciseRecorded => new("recorded the exercise", "a consigné l'exercice"),
        AuditAction.PageOverwritten => new("replaced what people had changed on the page", "a remplacé ce qui avait été modifié sur la page"),
        AuditAction.EngagementClosed => new("closed", "a clos"),
        AuditAction.EngagementHandedOver => new("wrote the archive of", "a produit l'archive de"),
        AuditAction.FeedAdded => new("made the feed token", "a créé le jeton de flux"),
        AuditAction.FeedRevoked => new("ended the feed token", "a révoqué le jeton de flux"),
        AuditAction.DocumentProposed => new("proposed", "a proposé"),
        AuditAction.DocumentEdited => new("edited", "a modifié"),
        AuditAction.DocumentApproved => new("approved", "a validé"),
        AuditAction.DocumentRejected => new("turned down the draft of", "a refusé le brouillon de"),
        AuditAction.DocumentReviewed => new("confirmed", "a confirmé"),
        AuditAction.DocumentRetired => new("retired", "a retiré"),
        AuditAction.DocumentAcknowledged => new("acknowledged", "a accusé lecture de"),
        AuditAction.DocumentReadersAsked => new("asked for readings of", "a demandé la lecture de"),
        AuditAction.AskingEnded => new("ended the mails about documents to", "a mis fin aux messages sur les documents adressés à"),
        AuditAction.AskingResumed => new("resumed the mails about documents to", "a repris les messages sur les documents adressés à"),
        AuditAction.MessageReplayed => new("ran the message again", "a relancé le message"),
        _ => new(action, action),
    };
}
