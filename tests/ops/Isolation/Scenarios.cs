namespace OpsAutomation.Ops.Tests.Isolation;

/// <summary>What each command of <c>ops</c> is called with for a client, in the order of the work.</summary>
internal static class Scenarios
{
    /// <summary>By the command's words.</summary>
    public static IReadOnlyList<(string Command, Func<PlantedClient, string, string[]> Words)> All { get; } =
    [
        ("init", (one, _) => [one.Id, "--name", "Atelier " + one.Mark, "--lang", "en", "--start", "2025-12-01"]),
        ("inspect", (one, folder) => [File(one, folder), "-e", one.Id]),
        ("import", (one, folder) => [File(one, folder), "-e", one.Id, "--full"]),
        ("anonymise", (one, folder) => [File(one, folder), "--out", Path.Combine(folder, $"shared-{one.Id}.csv")]),
        ("kpis", (one, _) => ["-e", one.Id, "--from", "2025-12-29", "--to", "2026-01-04", "--json"]),
        ("kpi set", (one, _) => ["finance.cash", "5", "--date", "2026-01-04", "-e", one.Id, "--by", "Ann " + one.Mark, "--note", "Note " + one.Mark]),
        ("note", (one, _) => ["Remark " + one.Mark, "--kpi", "finance.cash", "-e", one.Id]),
        ("milestones", (one, _) => ["-e", one.Id]),
        ("milestone done", (one, _) => ["J10-1", "-e", one.Id, "--by", "Ann " + one.Mark, "--note", "Seen " + one.Mark]),
        ("milestone reopen", (one, _) => ["J10-1", "-e", one.Id, "--by", "Ann " + one.Mark, "--note", "Again " + one.Mark]),
        ("decision add", (one, _) => ["Decide " + one.Mark, "-e", one.Id, "--owner", "Ann " + one.Mark]),
        ("decision list", (one, _) => ["-e", one.Id]),
        ("decision close", (one, _) => ["D-1", "-e", one.Id, "--by", "Ann", "--outcome", "Yes " + one.Mark]),
        ("action add", (one, _) => ["Act " + one.Mark, "-e", one.Id]),
        ("action list", (one, _) => ["-e", one.Id]),
        ("action close", (one, _) => ["A-1", "-e", one.Id, "--by", "Ann", "--outcome", "Done " + one.Mark]),
        ("risk add", (one, _) => ["Risk " + one.Mark, "-e", one.Id]),
        ("risk list", (one, _) => ["-e", one.Id]),
        ("improvement add", (one, _) => ["Problem " + one.Mark, "-e", one.Id, "--review", "2026-01-30", "--cause", "Cause " + one.Mark, "--change", "Change " + one.Mark]),
        ("improvement list", (one, _) => ["-e", one.Id]),
        ("improvement close", (one, _) => ["I-1", "-e", one.Id, "--by", "Ann", "--result", "Kept " + one.Mark]),
        ("risk close", (one, _) => ["R-1", "-e", one.Id, "--by", "Ann", "--outcome", "Over " + one.Mark]),
        ("checklist start", (one, _) => ["checklist-client-onboarding", "-e", one.Id, "--for", "Client " + one.Mark]),
        ("checklist tick", (one, _) => ["CL-1-1", "-e", one.Id, "--by", "ann", "--note", "Seen " + one.Mark]),
        ("checklist reopen", (one, _) => ["CL-1-1", "-e", one.Id, "--by", "ann"]),
        ("checklist link", (one, _) => ["CL-1", "-e", one.Id, "--to", "ann"]),
        ("checklist list", (one, _) => ["CL-1", "-e", one.Id]),
        ("documents", (one, folder) => ["-e", one.Id, "--out", Path.Combine(folder, "documents-" + one.Id)]),
        ("exercise start", (one, _) => ["playbook-outage", "-e", one.Id, "--by", "ann"]),
        ("exercise record", (one, _) => ["playbook-outage", "-e", one.Id, "--result", "partly", "--learnt", "Learnt " + one.Mark, "--action", "Mend " + one.Mark, "--by", "ann"]),
        ("exercise list", (one, _) => ["-e", one.Id]),
        ("sop list", (one, _) => ["-e", one.Id]),
        ("sop show", (one, _) => ["sop-incident", "-e", one.Id]),
        ("sop propose", (one, _) => ["--kind", "sop-complaint", "-e", one.Id, "--by", "ann", "--note", "Needed " + one.Mark]),
        ("sop edit", (one, folder) => ["sop-incident", "-e", one.Id, "--file", Edited(one, folder), "--by", "ann", "--note", "Edited " + one.Mark]),
        ("sop approve", (one, _) => ["sop-incident", "-e", one.Id, "--by", "ann", "--note", "Good " + one.Mark]),
        ("sop link", (one, _) => ["raci", "-e", one.Id, "--to", "ann"]),
        ("sop acknowledge", (one, _) => ["sop-incident", "-e", one.Id, "--by", "ann"]),
        ("sop review", (one, _) => ["sop-incident", "-e", one.Id, "--by", "ann", "--note", "Still good " + one.Mark]),
        ("sop reject", (one, _) => ["raci", "-e", one.Id, "--by", "ann"]),
        ("sop retire", (one, _) => ["sop-incident", "-e", one.Id, "--by", "ann"]),
        ("digest", (one, folder) => ["-e", one.Id, "--preview", Path.Combine(folder, $"digest-{one.Id}.html")]),
        ("digest list", (one, _) => ["-e", one.Id]),
        ("digest pause", (one, _) => ["-e", one.Id, "--to", "claire", "--from", "2026-03-01", "--until", "2026-03-07"]),
        ("digest resume", (one, _) => ["-e", one.Id, "--to", "claire"]),
        ("links revoke", (one, _) => ["--to", "claire", "-e", one.Id]),
        ("run", (one, _) => ["-e", one.Id]),
        ("webhook add", (one, _) => ["zapier", "-e", one.Id]),
        ("webhook add", (one, _) => ["notion", "-e", one.Id]),
        ("webhook test", (one, _) => ["zapier", "-e", one.Id]),
        ("webhook rotate", (one, _) => ["zapier", "-e", one.Id]),
        ("webhook handshake", (one, _) => ["notion", "-e", one.Id]),
        ("webhook deliveries", (one, _) => ["-e", one.Id, "--json"]),
        ("feed add", (one, _) => ["sheets", "-e", one.Id, "--url", "https://ops.example.com"]),
        ("feed list", (one, _) => ["-e", one.Id]),
        ("feed revoke", (one, _) => ["sheets", "-e", one.Id]),
        ("replay", (one, _) => [one.DeadLetter]),
        ("erase", (one, _) => ["-e", one.Id, "--person", $"claire@{one.Mark}.example"]),
        ("audit", (one, _) => ["-e", one.Id]),
    ];

    /// <summary>Commands that belong to no engagement or are driven elsewhere, and why.</summary>
    public static IReadOnlyDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["doctor"] = "looks at the machine's disk and clock too: its own tests hold it to the engagement that is named",
        ["demo"] = "writes a home of its own",
        ["health"] = "asks an address, and opens no home",
        ["close"] = "ends it: CloseTests looks at two clients",
        ["backup"] = "takes the whole home, which its owner asks for",
        ["restore"] = "makes a home of its own",
        ["release"] = "is of a whole home, and says ids only",
        ["publish"] = "needs a wiki: PublishTests drives it",
        ["sop resolve"] = "needs a conflict: DocumentEditorTests drive it",
        ["serve"] = "runs the app: the test of functions and routes drives it",
    };

    private static string File(PlantedClient one, string folder)
    {
        var path = Path.Combine(folder, $"deals-{one.Id}.csv");
        System.IO.File.WriteAllText(path, one.Deals);
        return path;
    }

    private static string Edited(PlantedClient one, string folder)
    {
        var (path, written) = (Path.Combine(folder, "edited.md"), Path.Combine(folder, "documents-" + one.Id));
        var text = Directory.Exists(written) ? System.IO.File.ReadAllText(Directory.GetFiles(written, "sop-incident.md", SearchOption.AllDirectories)[0]) : "";
        System.IO.File.WriteAllText(path, text + $"\nOur rule {one.Mark}.\n");
        return path;
    }
}
