using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;

namespace OpsAutomation.Privacy;

/// <summary>What a column's name, or the input that it is mapped to, says about its cells.</summary>
internal static class PersonalHeaders
{
    private static readonly HashSet<string> Categories = new(StringComparer.Ordinal)
    {
        "status", "stage", "currency", "interval", "churn", "side", "kpi", "kind", "priority", "channel", "journal", "fiscalYear",
    };

    private static readonly HashSet<string> Choices = new(StringComparer.Ordinal)
    {
        "pipeline", "team", "list", "tags", "plan", "item", "survey", "issue", "lossReason", "source", "industry", "country",
    };

    private static readonly string[] CategoryWords =
    [
        "status", "statut", "state", "etat", "stage", "phase", "etape", "type", "kind", "object", "priority", "priorite", "currency", "devise", "channel", "canal", "category",
        "categorie", "journal", "interval", "mode", "format", "sens", "color", "couleur", "result", "lettre", "reportingcategory", "closed", "won", "lifecycle", "pipeline", "source", "queue", "team", "equipe", "tag", "label", "plan", "section", "list", "indicateur", "kpi",
    ];

    private static readonly string[] StaffWords =
    [
        "owner", "proprietaire", "assignee", "assigne", "responsable", "responsible", "agent", "teammate", "salesrep", "commercial", "vendeur", "salesperson", "createdby", "modifiedby",
        "creepar", "modifiepar", "author", "auteur", "collaborator", "manager", "employee", "salarie", "conseiller",
    ];

    private static readonly string[] SubjectWords =
    [
        "name", "nom", "prenom", "client", "customer", "contact", "company", "societe", "entreprise", "organisation", "organization", "account", "compte", "person", "personne", "email",
        "mail", "courriel", "requester", "demandeur", "member", "membre", "user", "utilisateur", "username", "tel", "address", "adresse", "street", "rue",
        "city", "ville", "domain", "domaine", "website", "siteweb", "twitter", "linkedin", "beneficiary", "beneficiaire", "patient", "candidat", "candidate", "participant", "login", "handle", "nickname", "pseudo", "fullname", "firstname", "lastname", "surname",
    ];

    private static readonly string[] CodeWords =
    [
        "id", "uid", "uuid", "guid", "key", "gid", "phone", "telephone", "mobile", "fax", "siret", "siren", "iban", "bic", "zip", "postal", "vat", "tva", "ssn", "securitesociale", "passport", "last4", "birth", "naissance", "birthdate", "birthday",
        "reference", "networkid", "token", "fingerprint",
    ];

    /// <summary>What cells are that are read as an input; null where only their column's name can tell.</summary>
    public static CellTreatment? Of(InputField input, bool hasFewValues)
    {
        switch (input.Kind)
        {
            case FieldKind.Number:
                return CellTreatment.Number;
            case FieldKind.Time:
                return CellTreatment.Time;
            case FieldKind.Flag:
                return CellTreatment.Category;
        }

        if (Categories.Contains(input.Name))
            return CellTreatment.Category;
        if (Choices.Contains(input.Name))
            return hasFewValues ? CellTreatment.Category : CellTreatment.Text;
        return input.Name switch
        {
            "id" or InputNames.Merged or InputNames.MergedInto or "document" or "entry" or "piece" or "siren" or "party" => CellTreatment.Code,
            "owner" or "assignee" or "by" => CellTreatment.Staff,
            "company" or "customer" or "person" or "email" or "domain" or InputNames.FirstName or InputNames.LastName => CellTreatment.Subject,
            "account" => CellTreatment.Account,
            "accountLabel" => CellTreatment.AccountLabel,
            "label" => CellTreatment.EntryLabel,
            "name" => null,
            _ => CellTreatment.Text,
        };
    }

    /// <summary>Whether the column's name is one of those that hold one of a few words.</summary>
    public static bool IsCategory(ColumnName name) => name.Has(CategoryWords);

    /// <summary>Whether the column's name says who takes care of the record.</summary>
    public static bool IsStaff(ColumnName name) => name.Has(StaffWords);

    /// <summary>Whether the column's name says who the record is about.</summary>
    public static bool IsSubject(ColumnName name) => name.Has(SubjectWords);

    /// <summary>Whether the column's name is that of an id, a number of somebody or something, even where its cells look like figures.</summary>
    public static bool IsCode(ColumnName name) => name.Has(CodeWords) || name.Key.EndsWith("number", StringComparison.Ordinal) || name.Key.StartsWith("numero", StringComparison.Ordinal);

    /// <summary>Whether the column holds the days on which people were born.</summary>
    public static bool IsBirth(ColumnName name) => name.Has("birth") || name.Has("birthday") || name.Has("birthdate") || name.Has("naissance");
}
