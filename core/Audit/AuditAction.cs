namespace OpsAutomation.Audit;

/// <summary>The acts that are recorded. The names are a contract of <c>ops audit --json</c>.</summary>
public static class AuditAction
{
    /// <summary>A milestone or exit criterion was marked as done.</summary>
    public const string MilestoneDone = "milestone.done";

    /// <summary>A milestone or exit criterion was reopened.</summary>
    public const string MilestoneReopened = "milestone.reopened";

    /// <summary>A decision, action, risk or comment was added.</summary>
    public const string ItemAdded = "item.added";

    /// <summary>A decision was taken, an action or risk closed.</summary>
    public const string ItemClosed = "item.closed";

    /// <summary>A closed item was opened again.</summary>
    public const string ItemReopened = "item.reopened";

    /// <summary>A KPI's value was entered.</summary>
    public const string ReadingEntered = "reading.entered";

    /// <summary>A digest was approved.</summary>
    public const string DigestApproved = "digest.approved";

    /// <summary>A person had a digest sent.</summary>
    public const string DigestSent = "digest.sent";

    /// <summary>A recipient's digests were paused.</summary>
    public const string DigestPaused = "digest.paused";

    /// <summary>A pause or unsubscription was ended.</summary>
    public const string DigestResumed = "digest.resumed";

    /// <summary>A recipient ended the digests by link.</summary>
    public const string DigestUnsubscribed = "digest.unsubscribed";

    /// <summary>A source of events or an endpoint was turned on.</summary>
    public const string WebhookAdded = "webhook.added";

    /// <summary>A secret was replaced, the last one still valid.</summary>
    public const string SecretRotated = "secret.rotated";

    /// <summary>Secrets were ended at once.</summary>
    public const string SecretRevoked = "secret.revoked";

    /// <summary>The links of a recipient or person were ended.</summary>
    public const string LinksRevoked = "links.revoked";

    /// <summary>A checklist was started.</summary>
    public const string ChecklistStarted = "checklist.started";

    /// <summary>A line of a checklist was ticked.</summary>
    public const string ChecklistTicked = "checklist.ticked";

    /// <summary>A ticked line was opened again.</summary>
    public const string ChecklistReopened = "checklist.reopened";

    /// <summary>A document was proposed, as a draft.</summary>
    public const string DocumentProposed = "document.proposed";

    /// <summary>A person's text was taken into a document.</summary>
    public const string DocumentEdited = "document.edited";

    /// <summary>A draft was approved.</summary>
    public const string DocumentApproved = "document.approved";

    /// <summary>A draft was turned down.</summary>
    public const string DocumentRejected = "document.rejected";

    /// <summary>A document was confirmed without a change.</summary>
    public const string DocumentReviewed = "document.reviewed";

    /// <summary>A document was retired.</summary>
    public const string DocumentRetired = "document.retired";

    /// <summary>A reader acknowledged a version.</summary>
    public const string DocumentAcknowledged = "document.acknowledged";

    /// <summary>Readers were added to a document, or asked to read it.</summary>
    public const string DocumentReadersAsked = "document.readers";

    /// <summary>A failed message was run again.</summary>
    public const string MessageReplayed = "message.replayed";

    /// <summary>A person was erased; the subject is the beginning of a keyed hash.</summary>
    public const string PersonErased = "person.erased";

    /// <summary>An exercise of a playbook or plan was recorded.</summary>
    public const string ExerciseRecorded = "exercise.recorded";

    /// <summary>A page of a wiki was written over though people had changed it.</summary>
    public const string PageOverwritten = "page.overwritten";

    /// <summary>A token of the KPI feed was made.</summary>
    public const string FeedAdded = "feed.added";

    /// <summary>The engagement was closed.</summary>
    public const string EngagementClosed = "engagement.closed";

    /// <summary>Everything of an engagement was written into an archive to be handed over.</summary>
    public const string EngagementHandedOver = "engagement.handed-over";

    /// <summary>A token of the KPI feed was ended.</summary>
    public const string FeedRevoked = "feed.revoked";

    /// <summary>A person ended the mails that ask about documents.</summary>
    public const string AskingEnded = "asking.ended";

    /// <summary>A person is asked about documents by mail again.</summary>
    public const string AskingResumed = "asking.resumed";
}
