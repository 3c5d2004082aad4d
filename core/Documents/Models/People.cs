using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>Who has which part: in documents a person is a name, or visibly still to be named.</summary>
internal sealed class People(Engagement engagement, Language language)
{
    /// <summary>Who decides what nobody below may: the CEO, and where none is named the sponsor.</summary>
    public Person? Ceo => engagement.PersonAs(PersonRole.Ceo) ?? engagement.PersonAs(PersonRole.Sponsor);

    /// <summary>The id of who watches over statutory dates that name nobody.</summary>
    public string? KeeperOfDates => FirstAs(PersonRole.Relay, PersonRole.InternalCoo, PersonRole.Deputy)?.Id;

    /// <summary>Who decides, by name; as a role where nobody is named: a rule holds before the name is known.</summary>
    public string Decider => Ceo?.Name ?? (language == Language.French ? "la direction" : "management");

    /// <summary>A person by name; as the owner where nobody is named.</summary>
    public string Owner(Person? owner) => owner?.Name ?? (language == Language.French ? "le responsable" : "the owner");

    /// <summary>The name of a person given by id; a name that is nobody's id is shown as it is.</summary>
    public string Name(string? idOrName) => string.IsNullOrWhiteSpace(idOrName)
        ? Marks.ToBeNamed
        : engagement.FindPerson(idOrName)?.Name ?? idOrName;

    /// <summary>The name with the title in brackets.</summary>
    public string Full(Person? person) => person is null
        ? Marks.ToBeNamed
        : person.Title is { Length: > 0 } title ? $"{person.Name} ({title})" : person.Name;

    /// <summary>The name of the first person who has one of the roles, else the first role as a word.</summary>
    public string NameOrRole(params ReadOnlySpan<PersonRole> roles) => FirstAs(roles)?.Name ?? Words.Of(roles[0]).In(language);

    /// <summary>The first person who has one of the roles, most wanted first.</summary>
    public Person? FirstAs(params ReadOnlySpan<PersonRole> roles)
    {
        foreach (var role in roles)
        {
            if (engagement.PersonAs(role) is { } person)
                return person;
        }
        return null;
    }

    /// <summary>Who stands in for a person: the named deputy, else the engagement's internal deputy where that is another.</summary>
    public Person? DeputyOf(Person? person) => person is null
        ? null
        : engagement.FindPerson(person.Deputy) ?? engagement.People.FirstOrDefault(other => other.Role == PersonRole.Deputy && other.Id != person.Id);

    /// <summary>The owner of a document: who the engagement's file names, who answers for its line of the RACI, else the first of the roles that its template names.</summary>
    public Person? OwnerOf(DocumentTemplate template, string? kind = null) =>
        engagement.FindPerson(engagement.Documents.Life.FirstOrDefault(life => life.Kind == kind)?.Owner) ?? OwnerOf(engagement, template.List("process"), template.List("owner"));

    /// <summary>Who answers for the first line of the RACI that one of the words is in, else the first of the roles or persons named.</summary>
    public static Person? OwnerOf(Engagement engagement, IReadOnlyList<string> processes, IReadOnlyList<string> owners)
    {
        var row = engagement.Raci.FirstOrDefault(row => processes.Any(word => row.Process.Contains(word, StringComparison.OrdinalIgnoreCase)));
        if (row is { Accountable.Count: 1 } && engagement.FindPerson(row.Accountable[0]) is { } accountable)
            return accountable;
        foreach (var name in owners)
        {
            if (Enum.TryParse<PersonRole>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var role) && engagement.PersonAs(role) is { } person)
                return person;
            if ((engagement.FindPerson(name) ?? engagement.People.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is { } named)
                return named;
        }
        return null;
    }

    /// <summary>The people for a table: name, title, part, deputy.</summary>
    public List<object?> Table() =>
    [
        .. engagement.People.Select(person => new Values
        {
            ["name"] = person.Name,
            ["title"] = person.Title,
            ["role"] = Words.Of(person.Role).In(language),
            ["email"] = person.Email,
            ["deputy"] = engagement.FindPerson(person.Deputy)?.Name ?? (person.Role == PersonRole.Obm ? "–" : Marks.ToBeNamed),
            ["left"] = person.Left,
        }),
    ];
}
