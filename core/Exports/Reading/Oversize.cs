namespace OpsAutomation.Exports.Reading;

/// <summary>The refusals of what is too large.</summary>
internal static class Oversize
{
    public static OpsException Field(string file, int line, int maxBytes) => OpsException.Refused(
        $"{file}, line {line}: one field is larger than {Size(maxBytes)}. Check that the quotes of this line are closed, or leave that column out of the export.",
        $"{file}, ligne {line}\u00a0: un champ dépasse {SizeFr(maxBytes)}. Vérifiez que les guillemets de cette ligne sont fermés, ou retirez cette colonne de l’export.");

    public static OpsException Columns(string file, int line, int maxColumns) => OpsException.Refused(
        $"{file}, line {line}: more than {maxColumns} columns. Export only the columns that are needed.",
        $"{file}, ligne {line}\u00a0: plus de {maxColumns} colonnes. N’exportez que les colonnes utiles.");

    public static OpsException Name(string file, int record, int maxChars) => OpsException.Refused(
        $"{file}, record {record}: the name of a field is longer than {maxChars} characters with the names around it. Check that this is an export of records, or leave that field out.",
        $"{file}, enregistrement {record}\u00a0: le nom d’un champ dépasse {maxChars} caractères avec ceux qui l’entourent. Vérifiez qu’il s’agit d’un export d’enregistrements, ou retirez ce champ.");

    public static OpsException Cells(string file) => OpsException.Refused(
        $"{file}: the table has far more cells than the file has room for values. Export only the columns that are needed.",
        $"{file}\u00a0: le tableau compte bien plus de cellules que le fichier ne peut contenir de valeurs. N’exportez que les colonnes utiles.");

    public static OpsException Rows(string file, long max) => OpsException.Refused(
        $"{file}: more than {max} rows, far more than honest files of its size hold; nothing was imported. Export the data again, as CSV.",
        $"{file}\u00a0: plus de {max} lignes, bien plus que n’en contient un fichier ordinaire de cette taille\u00a0; rien n’a été importé. Refaites l’export, en CSV.");

    public static OpsException Parts(string file, int max) => OpsException.Refused(
        $"{file}: the workbook refers to more than {max} sheets or other parts. Export the sheet that is needed as CSV.",
        $"{file}\u00a0: le classeur renvoie à plus de {max} feuilles ou autres parties. Exportez en CSV la feuille utile.");

    public static OpsException Inflated(string file, string part) => OpsException.Refused(
        $"{file}: “{part}” becomes far larger than its compressed size allows, as in a zip bomb; nothing of it was read. Export the file again, or unzip it and give the files one by one.",
        $"{file}\u00a0: «\u00a0{part}\u00a0» devient démesurément plus grand que sa taille compressée, comme une bombe zip\u00a0; rien n’en a été lu. Refaites l’export, ou décompressez-le et donnez les fichiers un par un.");

    public static OpsException InMemory(string file, long maxBytes) => OpsException.Refused(
        $"{file}: larger than {Size(maxBytes)}, which is too much for this kind of file. Export it as CSV, or in several parts.",
        $"{file}\u00a0: plus de {SizeFr(maxBytes)}, ce qui est trop pour ce type de fichier. Exportez-le en CSV, ou en plusieurs parties.");

    private static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes} bytes";

    private static string SizeFr(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20}\u00a0Mio" : $"{bytes}\u00a0octets";
}
