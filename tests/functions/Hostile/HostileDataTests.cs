using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Feeds;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Functions.Triggers;
using OpsAutomation.Ports;
using OpsAutomation.Queues;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Hostile;

/// <summary>
/// Names that mean harm, from the file of the engagement, exports and webhooks, on their whole way. A page of such a client has no element,
/// attribute or address that the page of a harmless client has not: whatever the names hold is text.
/// </summary>
public sealed class HostileDataTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-sender-0123456789";
    private readonly ManualTime time = new(Instant.FromUtc(2026, 1, 5, 9, 0));
    private readonly Dictionary<string, string> feeds = new(StringComparer.Ordinal);
    private RunningApp app = null!;

    private static IEnumerable<HostileClient> All => HostileClient.Harmful.Prepend(HostileClient.Harmless);

    public async ValueTask InitializeAsync()
    {
        app = await RunningApp.StartAsync(time, new(StringComparer.Ordinal) { ["Ops:PublicUrl"] = "https://ops.example.com" });
        foreach (var client in All)
            await RegisterAsync(client);
        foreach (var client in All)
            await FillAsync(client);
        await app.TickAsync<RefreshKpis>();
        await app.TickAsync<PublishDueDocuments>();
        await app.TickAsync<SendDueDigests>();
        foreach (var client in All)
            await Eventually.ComesTrueAsync(() => Task.FromResult(Mails(client).Any(mail => mail.Contains("claire", StringComparison.Ordinal)) && Documents(client, ".docx").Count >= 3));
        await Eventually.ComesTrueAsync(async () => await app.WithAsync<IQueueStorage, int>(queues => queues.CountAsync("documents")) == 0);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Names_that_mean_harm_reach_every_page_mail_document_feed_and_file_name_as_text()
    {
        var plain = await OutputsAsync(HostileClient.Harmless);
        foreach (var client in HostileClient.Harmful)
        {
            var outputs = await OutputsAsync(client);
            foreach (var (name, page) in outputs.Pages)
            {
                var known = plain.Pages.Where(one => one.Key.Split('#')[0] == name.Split('#')[0]).SelectMany(one => Shape(one.Value)).ToHashSet(StringComparer.Ordinal);
                known.ShouldNotBeEmpty(name);
                Shape(page).Except(known, StringComparer.Ordinal).ShouldBeEmpty($"{name} of {client.Id}");
                Harmful(page.DocumentElement.TextContent).ShouldBeEmpty($"{name} of {client.Id}");
            }

            foreach (var file in Documents(client, ".md"))
                CheckMarkdown(file);
            foreach (var file in Documents(client, ".docx"))
                CheckWord(file);
            CheckTable(outputs.Feed);
            foreach (var mail in Mails(client))
                CheckMail(mail, Mails(HostileClient.Harmless));
        }

        NothingIsWrittenElsewhere();
    }

    private void NothingIsWrittenElsewhere()
    {
        Directory.EnumerateDirectories(Path.Combine(app.Home, "engagements")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(All.Select(client => client.Id).Order(StringComparer.Ordinal));
        Directory.EnumerateFiles(app.Home, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(app.Home, file))
            .ShouldAllBe(file => file.All(c => !char.IsControl(c)) && !file.Contains("..", StringComparison.Ordinal) && file.Length < 300);
    }

    private async Task RegisterAsync(HostileClient client)
    {
        var id = EngagementId.Parse(client.Id);
        await app.RegisterAsync(client.Id, client.Yaml);
        await app.WithAsync<ISecretStore, bool>(async secrets =>
        {
            await secrets.RotateAsync(id, SecretName.OfWebhook("zapier"), Secret);
            return true;
        });
    }

    private async Task FillAsync(HostileClient client)
    {
        var id = EngagementId.Parse(client.Id);
        feeds[client.Id] = await app.WithAsync<IStateStore, string>(state => new FeedTokens(state, time).AddAsync(id, "sheets", null));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(client.Deals));
        using var uploaded = await app.Client.PostAsync($"engagements/{client.Id}/exports?file={Uri.EscapeDataString(client.Values[0][..Math.Min(40, client.Values[0].Length)])}.csv&taken=2026-01-05", content);
        uploaded.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"engagements/{client.Id}/webhooks/zapier") { Content = new StringContent(client.Events, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var taken = await app.Stranger.SendAsync(request);
        taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Eventually.ComesTrueAsync(async () => (await app.Client.GetStringAsync($"engagements/{client.Id}/board")) is var board && board.Contains("17,", StringComparison.Ordinal) | board.Contains("D-4", StringComparison.Ordinal));
    }

    private async Task<(Dictionary<string, IHtmlDocument> Pages, string Feed)> OutputsAsync(HostileClient client)
    {
        var pages = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal)
        {
            ["board"] = await app.Client.GetPageAsync($"engagements/{client.Id}/board"),
            ["documents"] = await app.Client.GetPageAsync($"engagements/{client.Id}/documents"),
            ["portfolio"] = await app.Client.GetPageAsync("portfolio"),
        };
        foreach (var file in Documents(client, ".html"))
            pages["document " + Path.GetFileName(Path.GetDirectoryName(file))] = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(file));
        pages["digest"] = new HtmlParser().ParseDocument(EmlReader.Part(File.ReadAllText(Mails(client).First(mail => mail.Contains("claire", StringComparison.Ordinal))), "text/html"));
        // The pages that the links of the digest lead to: act, end the digests, board, documents.
        var links = pages["digest"].QuerySelectorAll("a[href^='https://ops.example.com/api/']").Select(link => link.GetAttribute("href")!["https://ops.example.com/api/".Length..]).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < links.Count; i++)
        {
            var kind = links[i].Split('/')[0];
            pages[kind == "engagements" ? (links[i].Contains("/board", StringComparison.Ordinal) ? "board" : "document " + Path.GetFileNameWithoutExtension(links[i].Split('/')[^1].Split('?')[0])) + $"#{i}" : $"{kind}#{i}"] = await app.Stranger.GetPageAsync(links[i]);
        }

        pages.Keys.ShouldContain(key => key.StartsWith("act#", StringComparison.Ordinal));
        return (pages, await app.Stranger.GetStringAsync($"engagements/{client.Id}/kpis.csv?token={feeds[client.Id]}"));
    }

    // Each element with its attributes, and each address without what is different from client to client.
    private static HashSet<string> Shape(IHtmlDocument page) =>
    [
        .. page.All.Select(element => $"<{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name).Order(StringComparer.Ordinal))}>"),
        .. page.All.SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name is "href" or "src" or "action" or "formaction" or "background" or "srcset" or "style")
            .Select(attribute => attribute.Name == "style" ? "style" : attribute.Name + " " + Place(attribute.Value)),
    ];

    private static string Place(string address) => Uri.TryCreate(address, UriKind.Absolute, out var absolute) && !absolute.IsFile
        ? absolute.Scheme == "mailto" ? "mailto:" : $"{absolute.Scheme}://{absolute.Host}"
        : address.StartsWith('#') ? "#" : "relative";

    // Characters that hide, turn or command.
    private static IEnumerable<string> Harmful(string text) => text.EnumerateRunes()
        .Where(rune => (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x200B or 0xFFFE or 0x2028 or 0x2029)
        .Select(rune => $"U+{rune.Value:X4}");

    private static void CheckMarkdown(string file)
    {
        var text = File.ReadAllText(file);
        var lines = text.Split('\n');
        Harmful(text).ShouldBeEmpty(file);
        // Fences of ours are charts: what stands in them is read as a chart and drawn as text.
        lines.ShouldAllBe(line => (!line.StartsWith("```", StringComparison.Ordinal) || line == "```" || line == "```chart") && !line.StartsWith("# x", StringComparison.Ordinal) && !line.StartsWith("title: x", StringComparison.Ordinal), file);
        text.ShouldNotContain("{{#each", Case.Sensitive, file);
    }

    private static void CheckWord(string file)
    {
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(word).Select(error => error.Path?.XPath + " " + error.Description).ShouldBeEmpty(file);
        var main = word.MainDocumentPart!;
        main.ExternalRelationships.ShouldBeEmpty(file);
        main.HyperlinkRelationships.ShouldBeEmpty(file);
        // The table of contents is the template's own.
        main.Document.Descendants<FieldCode>().ShouldAllBe(code => code.Text.TrimStart().StartsWith("TOC ", StringComparison.Ordinal), file);
        main.Document.Descendants<SimpleField>().ShouldBeEmpty(file);
        main.FooterParts.SelectMany(part => part.Footer.Descendants<FieldCode>()).Select(code => code.Text.Trim()).Except(["PAGE", "NUMPAGES"], StringComparer.Ordinal).ShouldBeEmpty(file);
        Harmful(main.Document.InnerText).ShouldBeEmpty(file);
    }

    private static void CheckTable(string csv)
    {
        csv.ShouldNotContain("\r\n\r\n");
        foreach (var cell in EmlReader.Cells(csv).Where(cell => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r'))
            decimal.TryParse(cell, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _).ShouldBeTrue(cell);
    }

    private static void CheckMail(string file, IEnumerable<string> plain)
    {
        var mail = File.ReadAllText(file);
        var known = plain.SelectMany(one => EmlReader.Headers(File.ReadAllText(one)).Select(header => header.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        EmlReader.Headers(mail).Select(header => header.Name).Except(known, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty(file);
        foreach (var (name, value) in EmlReader.Headers(mail))
            Harmful(value).ShouldBeEmpty($"{name} of {file}");
        EmlReader.Headers(mail).Where(header => header.Name is "To" or "Cc").ShouldAllBe(header => !header.Value.Contains("victim", StringComparison.Ordinal) || header.Value.EndsWith("<claire@lumen.example>", StringComparison.Ordinal) || header.Value.EndsWith("<ann@studio.example>", StringComparison.Ordinal));
        Harmful(EmlReader.Part(mail, "text/plain")).ShouldBeEmpty(file);
    }

    private List<string> Documents(HostileClient client, string ending)
    {
        var folder = Path.Combine(app.Home, "engagements", client.Id, "blobs", "documents");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + ending, SearchOption.AllDirectories)] : [];
    }

    private IEnumerable<string> Mails(HostileClient client)
    {
        var folder = Path.Combine(app.Home, "outbox", client.Id);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : [];
    }
}
