using System.Text;
using NodaTime;
using OpsAutomation.Core.Tests.Exports;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Privacy.Erasure;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Privacy.Erasure;

/// <summary>An engagement in memory in which a person is named in every place, and the eraser over it. A test can make any effect crash.</summary>
internal sealed class ErasureWorld
{
    public const string Email = "zoe.canari@client.test";
    public const string Name = "Zoé Canari";

    public const string Contacts = "Record ID,First Name,Last Name,Email,Lifecycle Stage,Create Date,Phone,Contact owner\n"
        + "5511,Zoé,Canari,Zoe.Canari@client.test,Lead,2026-01-02,+33 6 12 34 56 78,Paul\n5512,Jules,Perruche,jules@client.test,Customer,2026-01-03,,Paul\n";

    public const string Deals = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Associated Contact IDs\n"
        + "1,Audit for Zoé Canari,Closed Won,1200,2026-01-05,2026-01-02,Paul,5511\n2,Pilot,Closed Won,300,2026-01-04,2026-01-02,Paul,5512;5511\n";

    public const string Answers = "Timestamp,How likely are you to recommend us (0-10)?,Email,Comment\n"
        + "2026-01-02 10:00,9,zoe.canari+news@client.test,my dog is called Kiki\n2026-01-03 10:00,3,jules@client.test,slow\n";

    public const string Tickets = "Ticket ID,Ticket name,Ticket status,Create date,Customer,Ticket owner\n71,Zoé Canari cannot log in,Closed,2026-01-02,Zoé Canari,Paul\n72,Slow,Open,2026-01-03,Jules Perruche,Zoé Canari\n";

    public ImportBench Bench { get; } = new();

    public FakeRegistry Registry { get; } = new();

    public FakeKeptMails Mails { get; } = new();

    public EngagementId Id => Bench.Engagement.Id;

    public static async Task<ErasureWorld> CreateAsync()
    {
        var world = new ErasureWorld();
        world.Registry.Put(world.Id, "id: atelier-lumen\n");
        foreach (var (file, text) in Files())
        {
            await world.Bench.ImportAsync(text, file);
            world.Bench.Blobs[world.Id, $"inbox/{file}"] = Encoding.UTF8.GetBytes(text);
        }

        world.Bench.Blobs[world.Id, "documents/fr/raci.md"] = Encoding.UTF8.GetBytes("| Zoé Canari | R |\n");
        world.Bench.Blobs[world.Id, "documents/fr/raci.html"] = Encoding.UTF8.GetBytes("<p>Zo&#233; Canari</p>");
        world.Bench.Blobs[world.Id, "uploads/u/notes.pdf"] = Encoding.UTF8.GetBytes("%PDF-1.4 zoe.canari@client.test");
        world.Bench.Blobs[world.Id, "uploads/u/other.pdf"] = Encoding.UTF8.GetBytes("%PDF-1.4 nobody");
        await world.PutAsync("logbook", "d/1", """{"text":"Call Zoé Canari before Friday","by":"Paul"}""");
        await world.PutAsync("kpi-snapshots", "support.top-customers/2026", """{"rows":[{"label":"Zoé Canari","count":3,"amount":12.50}]}""");
        await world.PutAsync("webhook-bodies", "crm/00aa", $"\"{Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"event\":{\"email\":\"zoe.canari@client.test\",\"name\":\"Zoé\",\"amount\":12}}"))}\"");
        await world.PutAsync("dead-letters", "0123456789", """{"message":"{\"by\":\"ZOE.CANARI@client.test\"}"}""");
        await world.PutAsync("events", "evt_1", """{"data":"{\"who\":\"Canari Zoe\"}"}""");
        await world.PutAsync("digests", "claire/2026-01-05", """{"mail":{"text":"Zoe Canari, ticket 71"}}""");
        world.Mails.Texts["one.eml"] = "Bonjour Zoé Canari";
        world.Mails.Texts["two.eml"] = "Bonjour Jules";
        return world;
    }

    public static IEnumerable<(string File, string Text)> Files() =>
        [("contacts.csv", Contacts), ("deals.csv", Deals), ("answers.csv", Answers), ("tickets.csv", Tickets)];

    public Task<ErasureResult> EraseAsync(bool isDry = false, string? name = Name) =>
        new Eraser(Bench.Blobs, Bench.State, Registry, Bench.Time, Mails).RunAsync(Bench.Engagement, Email, name, isDry: isDry);

    /// <summary>Everything that is kept, as text: blobs and records of an engagement, and mails.</summary>
    public string Everything(EngagementId? engagement = null)
    {
        var all = new StringBuilder();
        foreach (var path in Bench.Blobs.Paths(engagement ?? Id))
            all.Append(path).Append('\n').Append(Encoding.UTF8.GetString(Bench.Blobs[engagement ?? Id, path])).Append('\n');
        foreach (var entry in Bench.State.All(engagement ?? Id))
        {
            all.Append(entry.Key.Collection).Append('/').Append(entry.Key.Id).Append(' ').Append(entry.Value).Append('\n');
            if (entry.Key.Collection == "webhook-bodies")
                all.Append(Encoding.UTF8.GetString(Convert.FromBase64String(entry.Value[1..^1]))).Append('\n');
        }

        return engagement is null ? all.Append(string.Join('\n', Mails.Texts.Values)).ToString() : all.ToString();
    }

    public Task PutAsync(string collection, string id, string json) => Bench.State.CommitAsync(Id, [StateChange.Put(new(collection, id), json)]);
}
