using System.Text;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>A contact's name from its parts, its address in lower case, and whether the contact became a customer: by flag, date or life-cycle stage.</summary>
internal sealed class ContactCompletion : FactCompletion
{
    private readonly WordList customers;
    private readonly InputField email;
    private readonly InputField firstName;
    private readonly InputField lastName;
    private readonly InputField stage;

    internal ContactCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        customers = Words("customer");
        email = schema["email"];
        firstName = schema[InputNames.FirstName];
        lastName = schema[InputNames.LastName];
        stage = schema["stage"];
    }

    internal override ReadOnlySpan<byte> NaturalId(FactRecord record) =>
        base.NaturalId(record) is { IsEmpty: false } id ? id : record.GetUtf8(ContactFields.Email);

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        if (Inputs.Text(email) is { IsEmpty: false } address)
            record.Set(ContactFields.Email, Encoding.UTF8.GetString(address).ToLowerInvariant());
        if (!record.Has(ContactFields.Name))
            SetName(record, Inputs.Text(firstName), Inputs.Text(lastName));
        if (!record.Has(ContactFields.IsCustomer))
        {
            if (record.Has(ContactFields.BecameCustomer))
                record.Set(ContactFields.IsCustomer, true);
            else if (customers.Find(Inputs.Text(stage)) is { } meaning)
                record.Set(ContactFields.IsCustomer, meaning == "yes");
            else if (Mapping.Maps("becameCustomer") || Mapping.Maps("stage"))
                record.Set(ContactFields.IsCustomer, false);
        }

        return null;
    }

    private static void SetName(FactRecord record, ReadOnlySpan<byte> first, ReadOnlySpan<byte> last)
    {
        Span<byte> name = stackalloc byte[256];
        if (first.IsEmpty || last.IsEmpty)
        {
            record.Set(ContactFields.Name, first.IsEmpty ? last : first);
        }
        else if (first.Length + last.Length < name.Length)
        {
            first.CopyTo(name);
            name[first.Length] = (byte)' ';
            last.CopyTo(name[(first.Length + 1)..]);
            record.Set(ContactFields.Name, name[..(first.Length + last.Length + 1)]);
        }
    }
}
