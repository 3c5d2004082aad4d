using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>
/// Frees the records of a file of erased people. A record that is about one of them loses what names the person and its free texts; where one is only
/// mentioned, the mention is replaced. Figures, dates, statuses and the ids of records stay, so that counts do.
/// </summary>
internal sealed class PersonEditor(ErasedPeople people) : IRecordEditor
{
    private static readonly string[] LinkWords =
    [
        "contact", "customer", "client", "person", "personne", "requester", "demandeur", "user", "utilisateur", "member", "membre", "subscriber", "buyer", "payer", "submitter", "respondent",
    ];

    private readonly HashSet<string> links = new(StringComparer.Ordinal);

    /// <summary>How many records named one of them, and places outside of records.</summary>
    public int Found { get; private set; }

    /// <summary>The ids by which records about one of them know the person.</summary>
    public IReadOnlyCollection<string> Links => links;

    /// <inheritdoc/>
    public void Edit(RecordCells record)
    {
        var subject = SubjectOf(record);
        if (subject is not null)
            Learn(record);
        var changed = subject is not null;
        for (var cell = 0; cell < record.Count; cell++)
        {
            var text = record[cell];
            if (text.Length == 0)
                continue;
            var edited = subject is null ? Mentions(record, cell) : Personal(record, cell, subject);
            changed |= edited != text;
            record[cell] = edited;
        }

        Found += changed ? 1 : 0;
    }

    /// <inheritdoc/>
    public string EditLoose(string text, CellTreatment treatment)
    {
        var edited = people.Replace(text);
        Found += edited == text ? 0 : 1;
        return edited;
    }

    /// <summary>Whom the record is about: an address, a name or a linked id is all that one of its cells holds, other than who takes care of it.</summary>
    public ErasedPerson? SubjectOf(RecordCells record)
    {
        string? before = null;
        for (var cell = 0; cell < record.Count; cell++)
        {
            var treatment = record.TreatmentOf(cell);
            if (treatment is CellTreatment.Staff or CellTreatment.Number or CellTreatment.Time or CellTreatment.Category)
                continue;
            var text = record[cell];
            if (people.Whole(text) is { } person || (IsLink(record, cell) && Linked(text) is { } linked && (person = linked) is not null))
                return person;
            // First and last name in columns of their own.
            if (treatment == CellTreatment.Subject && before is not null && people.Whole($"{before} {text}") is { } named)
                return named;
            if (treatment == CellTreatment.Subject)
                before = text;
        }

        return null;
    }

    private string Personal(RecordCells record, int cell, ErasedPerson person)
    {
        var text = record[cell];
        var column = record.ColumnOf(cell);
        var input = column >= 0 && column < record.Layout.Inputs.Count ? record.Layout.Inputs[column]?.Name : null;
        switch (record.TreatmentOf(cell))
        {
            case CellTreatment.Subject:
                return text.Contains('@') ? person.Address : person.Pseudonym;
            case CellTreatment.Text:
                return "";
            case CellTreatment.Code when IsLink(record, cell):
                return person.Pseudonym;
            case CellTreatment.Code:
                // The record's own number is what another export of it is known by.
                return input is not null || (column >= 0 && new ColumnName(record.Layout.Names[column]).Key is "id" or "recordid" or "number") || column < 0 ? Mentions(record, cell) : "";
            default:
                return people.Replace(text);
        }
    }

    private string Mentions(RecordCells record, int cell)
    {
        var text = record[cell];
        if (!IsLink(record, cell))
            return people.Replace(text);
        var edited = string.Join(';', text.Split(';').Select(part => Linked(part)?.Pseudonym ?? part));
        return people.Replace(edited);
    }

    private ErasedPerson? Linked(string text) => people.Linked(text.Trim());

    // An id of a person in a record of something else, or a contact's own.
    private static bool IsLink(RecordCells record, int cell)
    {
        var column = record.ColumnOf(cell);
        if (column < 0 || column >= record.Layout.Names.Count || record.IsShifted)
            return false;
        var input = record.Layout.Inputs[column]?.Name;
        if (input == "id")
            return record.Layout.Fact == FactType.Contact;
        return input is "customer" or "person" || (record.Layout.Of(column) is CellTreatment.Code or CellTreatment.Subject && new ColumnName(record.Layout.Names[column]).Has(LinkWords));
    }

    private void Learn(RecordCells record)
    {
        for (var cell = 0; cell < record.Count; cell++)
        {
            var text = record[cell].Trim();
            // An id: a name or an address is known already, and a list of ids is of several people.
            if (IsLink(record, cell) && text.Length is >= 2 and <= 64 && PersonalText.IsCode(text) && !text.Contains('@') && !text.Contains(';'))
                links.Add(text);
        }
    }
}
