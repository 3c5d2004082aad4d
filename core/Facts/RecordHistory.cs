namespace OpsAutomation.Facts;

/// <summary>What two versions of one record say together. The outcome is the same in whichever order the versions become known.</summary>
internal static class RecordHistory
{
    /// <summary>Adds what an older version is known to have said to the newer one that is kept.</summary>
    public static void Learn(ref RecordOrigin newer, in RecordOrigin older, bool sameValues)
    {
        newer.Absorbed |= older.Absorbed;
        if (older.Version == RecordOrigin.NeverRead)
            return;
        newer.Seen = Math.Max(newer.Seen, older.Seen);
        newer.Differed = Math.Max(newer.Differed, sameValues ? older.Differed : older.Version);
        var since = newer.Version;
        Consider(ref since, newer.SameSince, newer.Differed);
        if (sameValues)
        {
            Consider(ref since, older.Version, newer.Differed);
            Consider(ref since, older.SameSince, newer.Differed);
        }

        newer.SameSince = since;
    }

    private static void Consider(ref long since, long candidate, long differed)
    {
        if (candidate > differed && candidate < since)
            since = candidate;
    }
}
