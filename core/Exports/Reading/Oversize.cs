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

    public static OpsException Inflated(string file, string part) => OpsException.Refused(
        $"{file}: “{part}” becomes far larger than its compressed size allows, as in a zip bomb; nothing of it was read. Export the file again, or unzip it and give the files one by one.",
        $"{file}\u00a0: «\u00a0{part}\u00a0» devient démesurément plus grand que sa taille compressée, comme une bombe zip\u00a0; rien n’en a été lu. Refaites l’export, ou décompressez-le et donnez les fichiers un par un.");

    public static OpsException InMemory(string file, long maxBytes) => OpsException.Refused(
        $"{file}: larger than {Size(maxBytes)}, which is too much for this kind of file. Export it as CSV, or in several parts.",
        $"{file}\u00a0: plus de {SizeFr(maxBytes)}, ce qui est trop pour ce type de fichier. Exportez-le en CSV, ou en plusieurs parties.");

    private static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes} bytes";

    private static string SizeFr(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20}\u00a0Mio" : $"{bytes}\u00a0octets";
}
