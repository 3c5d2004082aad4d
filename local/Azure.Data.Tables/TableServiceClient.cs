using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>An account's tables.</summary>
public class TableServiceClient
{
    private readonly TableEndpoint endpoint;

    /// <summary>Connects to the account of a connection string.</summary>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>Connects to the account of a connection string.</summary>
    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(TableEndpoint.Connect(connectionString, options))
    {
    }

    /// <summary>Connects with a shared access signature.</summary>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>Connects with a shared access signature.</summary>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions options = null)
        : this(TableEndpoint.Connect(endpoint, credential, options))
    {
    }

    /// <summary>Connects by identity.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableEndpoint.Connect(endpoint, tokenCredential, options))
    {
    }

    /// <summary>Connects with an account's key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>Connects with an account's key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(TableEndpoint.Connect(endpoint, credential, options))
    {
    }

    /// <summary>For doubles of tests.</summary>
    protected TableServiceClient()
    {
    }

    private TableServiceClient(TableEndpoint endpoint) => this.endpoint = endpoint;

    /// <summary>The account's name.</summary>
    public virtual string AccountName => endpoint.AccountName;

    /// <summary>The account's table endpoint.</summary>
    public virtual Uri Uri => endpoint.Uri;

    /// <summary>An OData filter with the values quoted.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    /// <summary>The client of one table.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(endpoint, tableName);

    /// <summary>Creates a table.</summary>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        CreateAsync(endpoint, tableName, ifNotExists: false, cancellationToken);

    /// <summary>Creates a table where there is none.</summary>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        CreateAsync(endpoint, tableName, ifNotExists: true, cancellationToken);

    /// <summary>Deletes a table; one that is not there is no error.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        DeleteAsync(endpoint, tableName, cancellationToken);

    internal static async Task<Response<TableItem>> CreateAsync(TableEndpoint endpoint, string table, bool ifNotExists, CancellationToken cancellationToken)
    {
        using var message = endpoint.Message(RequestMethod.Post, "Tables");
        message.Request.Headers.Add("Prefer", "return-no-content");
        TableEndpoint.Body(message, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["TableName"] = table }));
        try
        {
            var response = await endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return Response.FromValue(new TableItem(table), response);
        }
        catch (RequestFailedException failure) when (ifNotExists && failure.ErrorCode == TableErrorCode.TableAlreadyExists)
        {
            return Response.FromValue(new TableItem(table), failure.GetRawResponse());
        }
    }

    internal static async Task<Response> DeleteAsync(TableEndpoint endpoint, string table, CancellationToken cancellationToken)
    {
        using var message = endpoint.Message(RequestMethod.Delete, $"Tables({Uri.EscapeDataString(FilterText.Quoted(table))})");
        return await endpoint.SendAsync(message, cancellationToken, allowed: 404).ConfigureAwait(false);
    }
}
