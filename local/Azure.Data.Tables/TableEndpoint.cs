using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>An account's table endpoint with its pipeline: what the clients of the service and of one table share.</summary>
internal sealed class TableEndpoint
{
    // The audience of the public cloud's storage.
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline pipeline;
    private readonly string version;

    private TableEndpoint(Uri uri, string accountName, TableClientOptions options, HttpPipelinePolicy authentication)
    {
        Uri = uri;
        AccountName = accountName;
        version = options.VersionText;
        pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = new TableErrorParser(),
        });
    }

    public Uri Uri { get; }

    public string AccountName { get; }

    public static TableEndpoint Connect(string connectionString, TableClientOptions options)
    {
        var parts = ConnectionText.Parse(connectionString);
        return Connect(parts.TableEndpoint, new TableSharedKeyCredential(parts.AccountName, parts.AccountKey), options);
    }

    public static TableEndpoint Connect(Uri uri, TableSharedKeyCredential credential, TableClientOptions options) =>
#pragma warning disable RS0030 // The official client takes no clock either; a request is signed with the real time or refused.
        new(uri, credential.AccountName, options ?? new TableClientOptions(), new SharedKeyPolicy(credential, TimeProvider.System));
#pragma warning restore RS0030

    public static TableEndpoint Connect(Uri uri, AzureSasCredential credential, TableClientOptions options) =>
        new(uri, AccountOf(uri), options ?? new TableClientOptions(), new SasPolicy(credential));

    public static TableEndpoint Connect(Uri uri, TokenCredential credential, TableClientOptions options) =>
        new(uri, AccountOf(uri), options ?? new TableClientOptions(), new BearerTokenAuthenticationPolicy(credential, Scope));

    public HttpMessage Message(RequestMethod method, string path, string query = null)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        var uri = new RequestUriBuilder();
        uri.Reset(Uri);
        uri.AppendPath("/" + path, escape: false);
        if (query is not null)
            uri.Query = "?" + query;
        message.Request.Uri = uri;
        message.Request.Headers.Add("x-ms-version", version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add(HttpHeader.Names.Accept, "application/json;odata=minimalmetadata");
        return message;
    }

    public static void Body(HttpMessage message, byte[] json)
    {
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = RequestContent.Create(json);
    }

    /// <summary>Sends, and throws what the service says unless it is a success or the one status that is allowed.</summary>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, int allowed = 0)
    {
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var response = message.ExtractResponseContent() is { } content ? Buffered(message.Response, content) : message.Response;
        if (response.IsError && response.Status != allowed)
            throw new RequestFailedException(response);
        return response;
    }

    private static Response Buffered(Response response, Stream content)
    {
        response.ContentStream = content;
        return response;
    }

    private static string AccountOf(Uri uri) => uri.HostNameType == UriHostNameType.Dns && uri.Host.Contains('.', StringComparison.Ordinal)
        ? uri.Host[..uri.Host.IndexOf('.', StringComparison.Ordinal)]
        : uri.AbsolutePath.Trim('/');
}
