using OpsAutomation.Facts;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>Frees facts of erased people, as <see cref="PersonEditor"/> does the records of files.</summary>
internal sealed class PersonFields(ErasedPeople people)
{
    private static readonly HashSet<string> Staff = new(StringComparer.Ordinal) { "owner", "assignee", "by" };
    private static readonly HashSet<string> Subjects = new(StringComparer.Ordinal) { "email", "customer", "person", "company", "domain" };

    /// <summary>Edits a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="subject">Whom it is known to be about, from more than its fields; or null.</param>
    /// <returns>Whether anything was changed.</returns>
    public bool Edit(FactRecord record, ErasedPerson? subject = null)
    {
        subject ??= SubjectOf(record);
        var changed = false;
        foreach (var field in record.Schema.Fields)
        {
            if (field.Kind != FieldKind.Text || record.FindText(field) is not { Length: > 0 } text)
                continue;
            var edited = subject is null ? people.Replace(text) : Edited(record.Schema.Type, field.Name, text, subject);
            if (edited == text)
                continue;
            changed = true;
            if (edited.Length == 0)
                record.Remove(field);
            else
                record.Set(field, edited);
        }

        return changed;
    }

    /// <summary>The value of a field that events told, edited the same way.</summary>
    public string Edited(FactType type, string field, string text, ErasedPerson? subject) => subject is null ? people.Replace(text) : Of(type, field) switch
    {
        CellTreatment.Subject => text.Contains('@') ? subject.Address : subject.Pseudonym,
        CellTreatment.Text => "",
        _ => people.Replace(text),
    };

    /// <summary>Whom a field's value says that a record is about, or null.</summary>
    public ErasedPerson? SubjectIn(FactType type, string field, string text)
    {
        if (Of(type, field) != CellTreatment.Subject && !(type == FactType.Contact && field == "id"))
            return null;
        return people.Whole(text) ?? (field is "customer" or "person" || (type == FactType.Contact && field == "id") ? people.Linked(text) : null);
    }

    private ErasedPerson? SubjectOf(FactRecord record)
    {
        foreach (var field in record.Schema.Fields)
        {
            if (field.Kind == FieldKind.Text && record.FindText(field) is { Length: > 0 } text && SubjectIn(record.Schema.Type, field.Name, text) is { } person)
                return person;
        }

        return null;
    }

    // What becomes of a field of a record that is about somebody: a pseudonym, nothing, or only its mentions replaced.
    private static CellTreatment Of(FactType type, string field)
    {
        if (Staff.Contains(field))
            return CellTreatment.Staff;
        if (Subjects.Contains(field))
            return CellTreatment.Subject;
        return (type, field) switch
        {
            (FactType.Contact, "name") => CellTreatment.Subject,
            (FactType.Contact, "id") => CellTreatment.Subject,
            (FactType.Ticket or FactType.Deal, "name") or (_, "comment" or "note") => CellTreatment.Text,
            _ => CellTreatment.Keep,
        };
    }
}
