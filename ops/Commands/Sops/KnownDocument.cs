using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary>What people type for a document or a person.</summary>
internal static class KnownDocument
{
    /// <summary>The kind of that id; an SOP's may be without <c>sop-</c>.</summary>
    /// <exception cref="OpsException">There is no such kind, or it is written anew for each meeting and has no life.</exception>
    public static DocumentKind Find(string typed)
    {
        var kind = DocumentLibrary.Kinds.FirstOrDefault(known => known.Id == "sop-" + typed) ?? DocumentLibrary.Find(typed);
        return kind.Family != DocumentFamily.Cadence ? kind : throw OpsException.Refused(
            $"{kind.Id} is written anew for each meeting: nobody approves, edits or retires it. What should stay belongs into its template: templates/LANG/{kind.Id}.md",
            $"{kind.Id} est réécrit pour chaque réunion\u00a0: il n'est ni validé, ni modifié, ni retiré. Ce qui doit rester va dans son modèle\u00a0: templates/LANGUE/{kind.Id}.md");
    }

    /// <summary>The person of that id.</summary>
    /// <exception cref="OpsException">The engagement's file names nobody of that id.</exception>
    public static Person Known(Engagement engagement, string id) => engagement.FindPerson(id) ?? throw OpsException.Refused(
        $"There is no person {id} in the engagement's file.", $"Il n'y a pas de personne {id} dans le fichier de la mission.");

    /// <summary>The id of the person whom an id or a name means in the engagement's file; otherwise what was typed.</summary>
    public static string Person(Engagement engagement, string typed) =>
        (engagement.FindPerson(typed) ?? engagement.People.FirstOrDefault(person => person.Name.Equals(typed, StringComparison.OrdinalIgnoreCase)))?.Id ?? typed;
}
