using OpsAutomation.Documents.Models;
using OpsAutomation.Engagements;

namespace OpsAutomation.Checklists;

/// <summary>Finds the person of the engagement whom a line names: by name, with the title or without, by id, or by role.</summary>
internal static class ChecklistAssignee
{
    /// <summary>The id of the person, or null where the line names nobody of the engagement.</summary>
    public static string? Find(Engagement engagement, string? who)
    {
        if (string.IsNullOrWhiteSpace(who))
            return null;
        var text = Folded(who);
        var person = engagement.People.FirstOrDefault(one => Folded(one.Name) == text || (one.Title is { } title && Folded($"{one.Name} ({title})") == text))
            ?? engagement.People.FirstOrDefault(one => Folded(one.Id) == text)
            ?? engagement.People.FirstOrDefault(one => IsRole(one.Role, text));
        return person?.Id;
    }

    private static bool IsRole(PersonRole role, string text)
    {
        var words = Words.Of(role);
        return Folded(words.En) == text || Folded(words.Fr) == text || string.Equals(role.ToString(), text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    // As people compare names: typographic spaces and the case do not matter.
    private static string Folded(string text) => string.Join(' ', text.Split([' ', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
