namespace OpsAutomation.Exports.Reading;

/// <summary>The refusals of files that hold no table to read.</summary>
internal static class Unreadable
{
    /// <summary>Marks refusals of one file among several that the others survive.</summary>
    public const string HoldsNoTable = "holds-no-table";

    public static OpsException Empty(string file) => NoTable(
        $"{file}: the file is empty. Run the export again.",
        $"{file}\u00a0: le fichier est vide. Refaites l’export.");

    public static OpsException HeaderOnly(string file) => NoTable(
        $"{file}: there are column names but no row below them. Check the filters of the export and run it again.",
        $"{file}\u00a0: il y a des noms de colonnes mais aucune ligne en dessous. Vérifiez les filtres de l’export et refaites-le.");

    public static OpsException NoHeader(string file) => NoTable(
        $"{file}: no row names the columns; the first wide row already holds values. Export it with column names, or add them as the first line.",
        $"{file}\u00a0: aucune ligne ne nomme les colonnes\u00a0; la première ligne complète contient déjà des valeurs. Exportez avec les noms de colonnes, ou ajoutez-les en première ligne.");

    public static OpsException Kind(string file, string en, string fr) => NoTable(
        $"{file}: this is {en}, not an export that can be read. Export the data as CSV, XLSX or JSON.",
        $"{file}\u00a0: c’est {fr}, pas un export lisible. Exportez les données en CSV, XLSX ou JSON.");

    /// <summary>A sheet or file without rows, which others beside it survive.</summary>
    public static OpsException NoTable(string en, string fr)
    {
        var refusal = OpsException.Refused(en, fr);
        refusal.Data[HoldsNoTable] = true;
        return refusal;
    }
}
