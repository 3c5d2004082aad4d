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
        var name = Path.GetFileName(path);
        var progress = new ReadProgress(session, name, length);
        return new(new ExportContent(name, length, () => new ProgressStream(LocalFile.Open(path), progress)), progress);
    }
}
