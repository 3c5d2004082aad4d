using System.IO.Hashing;
using System.Runtime.InteropServices;
using OpsAutomation.Facts;

namespace OpsAutomation.Documents.Hygiene;

/// <summary>Counts the defects of contacts.</summary>
internal sealed class ContactDefects
{
    /// <summary>The fields that are looked at.</summary>
    public static IReadOnlySet<FactField> Fields { get; } = new HashSet<FactField> { ContactFields.Email };

    private readonly Dictionary<UInt128, int> addresses = [];
    private int noMail;

    /// <summary>All contacts.</summary>
    public int All { get; private set; }

    /// <summary>Looks at a contact.</summary>
    public void Add(FactRecord contact)
    {
        if (contact.State != RecordState.None)
            return;
        All++;
        if (contact.Has(ContactFields.Email))
            CollectionsMarshal.GetValueRefOrAddDefault(addresses, XxHash128.HashToUInt128(contact.GetUtf8(ContactFields.Email)), out _)++;
        else
            noMail++;
    }

    /// <summary>What was found; nothing where no contacts were imported, or none of them has an address.</summary>
    public IEnumerable<CrmDefectCount> Counts()
    {
        if (addresses.Count == 0)
            yield break;
        yield return new(CrmDefect.NoMail, noMail, All);
        yield return new(CrmDefect.SameMail, addresses.Values.Where(count => count > 1).Sum(), All);
    }
}
