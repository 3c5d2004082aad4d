using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsAutomation.Testing.WordPress;

/// <summary>
/// A WordPress site as its REST API shows it to an editor with an application password: pages by id and slug, slugs made unique, a bin, context=edit.
/// A test can make it fail before or after it did what was asked, filter content, or be something else altogether.
/// </summary>
public sealed class WordPressSite : HttpMessageHandler
{
    private const string Path = "/wp-json/wp/v2/pages";
    private readonly Lock gate = new();

    public static Uri Address { get; } = new("https://wiki.example.com/");

    public string User { get; set; } = "ops";

    public string Password { get; set; } = "abcd EFGH ijkl MNOP";

    /// <summary>Whether the user may write pages.</summary>
    public bool IsEditor { get; set; } = true;

    public List<WordPressPost> Posts { get; } = [];

    /// <summary>Each request: method, path and query.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Answers in place of the site, the next first; null to let one through.</summary>
    public Queue<HttpResponseMessage?> Instead { get; } = new();

    /// <summary>Fails the connection of the next request that writes, after it was done.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>What the site makes of content that it is given.</summary>
    public Func<string, string> Filter { get; set; } = content => content;

    public WordPressPost Add(string slug, string title, string content)
    {
        var post = new WordPressPost { Id = Posts.Count + 10, Slug = slug, Title = title, Content = content, Status = "publish" };
        Posts.Add(post);
        return post;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        lock (gate)
        {
            Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
            if (Instead.Count > 0 && Instead.Dequeue() is { } answer)
                return answer;
            var done = Answer(request, body);
            if (!LosesNextAnswer || request.Method == HttpMethod.Get)
                return done;
            LosesNextAnswer = false;
            throw new HttpRequestException("The connection was closed.");
        }
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, JsonNode? body)
    {
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        if (request.Headers.Authorization is not { Scheme: "Basic" } sent || sent.Parameter != expected)
            return Error(401, "incorrect_password");
        var path = request.RequestUri!.AbsolutePath;
        if (!path.StartsWith(Path, StringComparison.Ordinal))
            return Error(404, "rest_no_route");
        if (path == Path)
            return request.Method == HttpMethod.Get ? List(request.RequestUri.Query) : Create(body!);
        if (!int.TryParse(path[(Path.Length + 1)..], out var id) || Posts.Find(post => post.Id == id) is not { } found)
            return Error(404, "rest_post_invalid_id");
        if (request.Method == HttpMethod.Get)
            return Json(200, ToJson(found));
        if (!IsEditor)
            return Error(403, "rest_cannot_edit");
        if (request.Method == HttpMethod.Delete)
        {
            if (found.Status == "trash")
                return Error(410, "rest_already_trashed");
            found.Status = "trash";
            found.Slug += "__trashed";
            return Json(200, ToJson(found));
        }

        Write(found, body!);
        return Json(200, ToJson(found));
    }

    private HttpResponseMessage List(string query)
    {
        var asked = query.TrimStart('?').Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]), StringComparer.Ordinal);
        var statuses = asked.GetValueOrDefault("status", "publish").Split(',');
        return Json(200, new JsonArray([.. Posts.Where(post => post.Slug == asked["slug"] && statuses.Contains(post.Status)).Select(ToJson)]));
    }

    private HttpResponseMessage Create(JsonNode body)
    {
        if (!IsEditor)
            return Error(403, "rest_cannot_create");
        var slug = (string?)body["slug"] ?? "page";
        var unique = slug;
        for (var number = 2; Posts.Exists(post => post.Slug == unique); number++)
            unique = $"{slug}-{number}";
        var made = new WordPressPost { Id = Posts.Count + 10, Slug = unique };
        Posts.Add(made);
        Write(made, body);
        return Json(201, ToJson(made));
    }

    private void Write(WordPressPost post, JsonNode body)
    {
        post.Writes++;
        post.Title = (string?)body["title"] ?? post.Title;
        post.Content = (string?)body["content"] is { } content ? Filter(content) : post.Content;
        post.Status = (string?)body["status"] ?? post.Status;
        post.Parent = (int?)body["parent"] ?? post.Parent;
        post.Lang = (string?)body["lang"] ?? post.Lang;
    }

    private static JsonObject ToJson(WordPressPost post) => new()
    {
        ["id"] = post.Id,
        ["slug"] = post.Slug,
        ["status"] = post.Status,
        ["link"] = $"{Address}{post.Slug}/",
        ["title"] = new JsonObject { ["raw"] = post.Title, ["rendered"] = WebUtility.HtmlEncode(post.Title) },
        ["content"] = new JsonObject { ["raw"] = post.Content, ["rendered"] = post.Content, ["protected"] = false },
    };

    private static HttpResponseMessage Error(int status, string code) =>
        Json(status, new JsonObject { ["code"] = code, ["message"] = "A message.", ["data"] = new JsonObject { ["status"] = status } });

    private static HttpResponseMessage Json(int status, JsonNode json) => new((HttpStatusCode)status)
    {
        Content = new StringContent(json.ToJsonString(JsonSerializerOptions.Web)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" } } },
    };
}
