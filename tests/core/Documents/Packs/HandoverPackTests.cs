using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Packs;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Documents.Packs;

public sealed partial class HandoverPackTests
{
    // Of nothing published, in all languages and formats: written once for those who only read it.
    private static readonly Lazy<Task<byte[]>> Whole = new(() => new HandoverPackTests().WriteAsync(new()));

    private readonly InMemoryBlobStore blobs = new();
    private readonly InMemoryStateStore state = new();

    private DocumentStore Store => new(blobs, state);

    [Fact]
    public async Task Every_kind_is_there_in_both_languages_and_every_format_with_an_index_in_two()
    {
        using var zip = Open(await Whole.Value);

        var expected = DocumentLibrary.Kinds
            .SelectMany(kind => new[] { "fr", "en" }.SelectMany(language => new[] { "html", "docx", "md" }.Select(format => $"{language}/{kind.Id}.{format}")))
            .Append("index.html").Append("index.md");
        zip.Entries.Select(entry => entry.FullName).ShouldBe(expected, ignoreOrder: true);
        zip.Entries.ShouldAllBe(entry => entry.Length > 300);
    }

    [Fact]
    public async Task Every_link_of_the_index_leads_to_a_file_of_the_pack()
    {
        using var zip = Open(await Whole.Value);

        var links = Href().Matches(Text(zip, "index.html")).Select(match => match.Groups["to"].Value).ToList();

        links.Count.ShouldBe(DocumentLibrary.Kinds.Count * 2 * 3);
        links.ShouldAllBe(link => zip.GetEntry(link) != null);
    }

    [Fact]
    public async Task The_same_documents_give_the_same_bytes_and_a_stream_that_cannot_seek_is_enough()
    {
        var first = await Whole.Value;
        var second = await WriteAsync(new());
        second.ShouldBe(first);

        using var bytes = new MemoryStream();
        await using (var narrow = new OneWayStream(bytes))
            await new HandoverPack(blobs, state).WriteAsync(Company.Context(Language.French), new(), narrow);
        using var zip = Open(bytes.ToArray());
        zip.Entries.Count.ShouldBe((DocumentLibrary.Kinds.Count * 6) + 2);
    }

    [Fact]
    public async Task What_was_published_is_packed_as_published_and_the_index_says_version_status_owner_and_review()
    {
        var context = Company.Unapproved(Language.French);
        var generator = new DocumentGenerator(new TemplateSource(blobs), Store);
        await Store.PublishAsync(context.Engagement.Id, await generator.GenerateAsync(context, "sop-client-onboarding"));
        var published = (await Store.FindAsync(context.Engagement.Id, "sop-client-onboarding", Language.French))!;
        await blobs.WriteAsync(context.Engagement.Id, published.BlobPath("md"), async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes("as people know it"), token));

        using var zip = Open(await WriteAsync(new(), context with { Today = context.Today.PlusDays(3) }));

        Text(zip, "fr/sop-client-onboarding.md").ShouldBe("as people know it");
        var index = Text(zip, "index.md");
        var review = context.Locale.ShortDate(published.ReviewBy!.Value);
        index.ShouldContain($"| 1 | en vigueur | Samir Haddad | {review} | [HTML](fr/sop-client-onboarding.html) · [Word](fr/sop-client-onboarding.docx) · [Markdown](fr/sop-client-onboarding.md) |");
        index.ShouldContain("| – | traduction, pas en vigueur | Samir Haddad | – | [HTML](en/sop-client-onboarding.html)");
        index.ShouldContain("| – | modèle, non adopté |");
    }

    [Fact]
    public async Task A_document_past_its_review_and_a_retired_one_are_said_to_be()
    {
        var context = Company.Unapproved(Language.English);
        var generator = new DocumentGenerator(new TemplateSource(blobs), Store);
        await Store.PublishAsync(context.Engagement.Id, await generator.GenerateAsync(context, "raci"));

        using var zip = Open(await WriteAsync(new() { IndexLanguage = Language.English }, context with { Today = context.Today.PlusYears(3) }));

        Text(zip, "index.md").ShouldContain("| 1 | due for review |");
    }

    [Fact]
    public async Task One_format_and_one_language_are_enough_for_who_asks_for_no_more()
    {
        using var zip = Open(await WriteAsync(new() { Formats = ["docx"], Languages = [Language.English] }));

        zip.Entries.Count.ShouldBe(DocumentLibrary.Kinds.Count + 2);
        zip.Entries.ShouldAllBe(entry => entry.FullName.StartsWith("en/") && entry.FullName.EndsWith(".docx") || entry.FullName.StartsWith("index."));
    }

    [Fact]
    public async Task A_value_that_looks_like_markup_stays_text_in_the_index()
    {
        var context = Company.Context(Language.French);
        var engagement = context.Engagement with
        {
            Name = "<script>alert(1)</script>",
            People = [.. context.Engagement.People.Select(person => person with { Name = "[a](javascript:alert(1)) | <b>x</b>" })],
        };

        using var zip = Open(await WriteAsync(new(), context with { Engagement = engagement }));

        var html = Text(zip, "index.html");
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<b>");
        html.ShouldNotContain("href=\"javascript:");
    }

    [Theory]
    [InlineData("html,docx", "html docx")]
    [InlineData(" MD , md", "md")]
    public void Formats_are_read_from_a_list(string list, string expected) => string.Join(' ', PackSettings.ReadFormats(list)).ShouldBe(expected);

    [Theory]
    [InlineData("pdf")]
    [InlineData("")]
    public void Another_format_is_refused_with_those_there_are(string list) =>
        Should.Throw<OpsException>(() => PackSettings.ReadFormats(list)).Text.En.ShouldContain("html, docx, md");

    private async Task<byte[]> WriteAsync(PackSettings settings, DocumentContext? context = null)
    {
        using var bytes = new MemoryStream();
        await new HandoverPack(blobs, state).WriteAsync(context ?? Company.Context(Language.French), settings, bytes);
        return bytes.ToArray();
    }

    private static ZipArchive Open(byte[] bytes) => new(new MemoryStream(bytes), ZipArchiveMode.Read);

    private static string Text(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path).ShouldNotBeNull().Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("href=\"(?<to>[^\"#]+)\"")]
    private static partial Regex Href();

    /// <summary>Takes bytes one after the other, as a response does.</summary>
    private sealed class OneWayStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
