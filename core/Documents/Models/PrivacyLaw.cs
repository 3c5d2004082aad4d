namespace OpsAutomation.Documents.Models;

/// <summary>What documents about personal data say of a country whose own law stands beside or in place of the GDPR, whose articles they name.</summary>
internal static class PrivacyLaw
{
    /// <summary>The note for a country; null where the GDPR itself is the law, or where the library knows no other.</summary>
    public static LocalizedText? NoteOf(string country) => country.ToUpperInvariant() switch
    {
        "GB" => new(
            "In the United Kingdom: the UK GDPR has the same article numbers; the authority is the Information Commissioner (ICO).",
            "Au Royaume-Uni : le UK GDPR a les mêmes numéros d'articles ; l'autorité est l'Information Commissioner (ICO)."),
        "CH" => new(
            "In Switzerland: Federal Act on Data Protection (FADP) – processors art. 9, register art. 12, breach told to the FDPIC as soon as possible art. 24, requests answered within 30 days (FADP art. 25, DPO art. 18). The GDPR holds as well where people in the Union are targeted (art. 3).",
            "En Suisse : loi fédérale sur la protection des données (LPD) – sous-traitance art. 9, registre art. 12, violation annoncée au PFPDT dans les meilleurs délais art. 24, demande satisfaite sous 30 jours (LPD, art. 25 ; OPDo, art. 18). Le RGPD vaut en plus quand des personnes dans l'Union sont visées (art. 3)."),
        "CA" => new(
            "In Quebec: Act respecting the protection of personal information in the private sector (CQLR, c. P-39.1) – requests answered within 30 days (s. 32), register of incidents (s. 3.8), assessment before data leave Quebec (s. 17). Elsewhere in Canada: PIPEDA, 30 days (s. 8). The GDPR holds as well where people in the Union are targeted (art. 3).",
            "Au Québec : Loi sur la protection des renseignements personnels dans le secteur privé (RLRQ, c. P-39.1) – réponse sous 30 jours (art. 32), registre des incidents (art. 3.8), évaluation avant une communication hors du Québec (art. 17). Ailleurs au Canada : LPRPDE, 30 jours (art. 8). Le RGPD vaut en plus quand des personnes dans l'Union sont visées (art. 3)."),
        "US" => new(
            "In the United States: the law of each state; in California a request is answered within 45 days (Civil Code, 1798.130). The GDPR holds as well where people in the Union are targeted (art. 3).",
            "Aux États-Unis : la loi de chaque État ; en Californie, réponse sous 45 jours (Civil Code, 1798.130). Le RGPD vaut en plus quand des personnes dans l'Union sont visées (art. 3)."),
        _ => null,
    };
}
