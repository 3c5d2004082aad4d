using OpsAutomation.Documents;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary>How documents read in a terminal.</summary>
internal static class SopWords
{
    /// <summary>The tag of a language.</summary>
    public static string Tag(Language language) => language == Language.French ? "fr" : "en";

    /// <summary>The version in force, and the one that is to follow.</summary>
    public static string Version(Session session, DocumentRecord record)
    {
        var shown = record.Status is DocumentStatus.Live or DocumentStatus.Retired && record.Current.Stage == RevisionStage.Live ? $"{record.Version}" : "–";
        return record.Latest.Stage switch
        {
            RevisionStage.Draft => $"{shown} ({session.Say($"draft {record.Latest.Version}", $"brouillon {record.Latest.Version}")})",
            RevisionStage.Approved => $"{shown} ({record.Latest.Version}{session.Say(" from ", " le ")}{session.Locale.ShortDate(record.Latest.From ?? record.Latest.Day)})",
            _ => shown,
        };
    }
}
