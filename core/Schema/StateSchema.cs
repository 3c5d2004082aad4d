namespace OpsAutomation.Schema;

/// <summary>
/// The version in which this app keeps state, whatever holds it: the tables of a home, the records and the blobs of both. State of an older version is
/// brought to this one by <see cref="SchemaUpgrade"/>; state of a newer one is refused before anything in it is touched.
/// </summary>
public static class StateSchema
{
    /// <summary>The version that this app reads and writes.</summary>
    public const int Current = 2;

    /// <summary>The version of state that was kept before there was a mark.</summary>
    public const int First = 1;

    /// <summary>Refuses state of a newer version.</summary>
    /// <param name="version">What the place is marked with.</param>
    /// <param name="place">What people call the place: a folder's path, an account's address.</param>
    /// <exception cref="OpsException">Refused: it is newer than this app.</exception>
    public static void Check(int version, string place)
    {
        if (version > Current)
            throw Newer(version, place);
    }

    private static OpsException Newer(int version, string place) => OpsException.Refused(
        $"The state in {place} is of version {version}, written by a newer version of ops; this one knows version {Current} and has touched nothing. Install the newer version, or restore a backup that this one made.",
        $"L'état dans {place} est de version {version}, écrit par une version plus récente d'ops\u00a0; celle-ci connaît la version {Current} et n'a touché à rien. Installez la version plus récente, ou restaurez une sauvegarde faite par celle-ci.");
}
