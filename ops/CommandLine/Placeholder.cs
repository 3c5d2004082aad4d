namespace OpsAutomation.Ops.CommandLine;

/// <summary>The names that help and messages give to values, in both languages. Options and commands keep their names: they are a contract.</summary>
internal static class Placeholder
{
    private static readonly Dictionary<string, string> French = new(StringComparer.Ordinal)
    {
        ["COMMAND"] = "COMMANDE",
        ["DATE"] = "DATE",
        ["DIR"] = "DOSSIER",
        ["EMAIL"] = "ADRESSE",
        ["ENDPOINT"] = "DESTINATION",
        ["ENGAGEMENT"] = "MISSION",
        ["EVENT"] = "ÉVÉNEMENT",
        ["FILE"] = "FICHIER",
        ["FILE.yaml"] = "FICHIER.yaml",
        ["KIND"] = "TYPE",
        ["KPI"] = "INDICATEUR",
        ["LANG"] = "LANGUE",
        ["LIST"] = "LISTE",
        ["NAME"] = "NOM",
        ["PORT"] = "PORT",
        ["PROFILE"] = "PROFIL",
        ["RECIPIENT"] = "DESTINATAIRE",
        ["RESULT"] = "RÉSULTAT",
        ["SECRET"] = "SECRET",
        ["SIZE"] = "TAILLE",
        ["SOURCE"] = "SOURCE",
        ["TARGET"] = "DESTINATION",
        ["TEXT"] = "TEXTE",
        ["TOPIC"] = "SUJET",
        ["VALUE"] = "VALEUR",
        ["WHO"] = "QUI",
        ["ZONE"] = "FUSEAU",
    };

    /// <summary>The name in the session's language; a name that is the same in both is given back.</summary>
    public static string In(Session session, string name) => session.Say(name, French.GetValueOrDefault(name, name));
}
