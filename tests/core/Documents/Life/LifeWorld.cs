using System.Text;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Documents.Life;

/// <summary>The documents of a company with what people can do about them.</summary>
internal sealed class LifeWorld
{
    public const string Sop = "sop-client-onboarding";

    public LifeWorld(EngagementSize size = EngagementSize.Small) => Context = Company.Context(Language.French, size);

    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryStateStore State { get; } = new();

    public ManualTime Time { get; } = new();

    public DocumentContext Context { get; set; }

    public Engagement Engagement => Context.Engagement;

    public DocumentStore Store => new(Blobs, State);

    public DocumentLife Life => new(Blobs, State, Time);

    public DocumentGenerator Generator => new(new TemplateSource(Blobs), Store);

    /// <summary>Writes a document as of today and stores it.</summary>
    public async Task<GeneratedDocument> WriteAsync(string kind = Sop)
    {
        var document = await Generator.GenerateAsync(Context, kind);
        await Store.PublishAsync(Engagement.Id, document);
        return document;
    }

    public async Task<DocumentRecord> RecordAsync(string kind = Sop) => (await Store.FindAsync(Engagement.Id, kind, Language.French)).ShouldNotBeNull().On(Context.Today);

    public LifeAct Act(string by = "claire") => new(by, Context.Today);

    public Task<DocumentRecord> ApproveAsync(string kind = Sop, LocalDate? from = null) =>
        Life.ApproveAsync(Engagement, kind, Language.French, Act() with { Day = from });

    /// <summary>Later.</summary>
    public void Move(int days) => Context = Context with { Today = Context.Today.PlusDays(days) };

    /// <summary>Changes what the document says: who does what.</summary>
    public void ChangePeople(string name) => Context = Context with
    {
        Engagement = Engagement with { People = [.. Engagement.People.Select(person => person.Id == "samir" ? person with { Name = name } : person)] },
    };

    /// <summary>Changes a figure that a procedure shows, and nothing that it says.</summary>
    public void MoveFigure(decimal value) => Context = Context with
    {
        Kpis = [.. Context.Kpis.Select(kpi => kpi.Id == "finance.overdue-amount" ? kpi with { Value = value } : kpi)],
    };

    public async Task<string> TextAsync(DocumentRecord record, DocumentRevision revision, string extension = "md")
    {
        await using var stream = (await Blobs.OpenReadAsync(Engagement.Id, record.BlobPath(revision, extension))).ShouldNotBeNull();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
