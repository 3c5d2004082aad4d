using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Ops.Files;

/// <summary>An export on this machine's disk, whose reading is told where it is long.</summary>
/// <param name="Content">What importer and inspection take.</param>
/// <param name="Progress">How far the reading is.</param>
internal sealed record LocalExport(ExportContent Content, ReadProgress Progress)
{
    /// <summary>Finds the file.</summary>
    public static LocalExport Open(string path, Session session)
    {
        var length = LocalFile.LengthOf(path);
        if (length == 0)
        {
            throw OpsException.Refused(
                $"{path} is empty, or is a device or a pipe and no file. Run the export again, or save it as a file first.",
                $"{path} est vide, ou n'est pas un fichier mais un périphérique ou un tube. Refaites l'export, ou enregistrez-le d'abord dans un fichier.");
        }

        var name = Path.GetFileName(path);
        var progress = new ReadProgress(session, name, length);
        return new(new ExportContent(name, length, () => new ProgressStream(LocalFile.Open(path), progress)), progress);
    }
}
