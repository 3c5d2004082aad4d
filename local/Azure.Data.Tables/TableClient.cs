using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table. Keys are passed as they are given; what the service forbids, it says itself.</summary>
public class TableClient
{
    private readonly TableEndpoint endpoint;

    /// <summary>Connects to a table of the account of a connection string.</summary>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>Connects to a table of the account of a connection string.</summary>
    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableEndpoint.Connect(connectionString, options), tableName)
    {
    }

    /// <summary>Connects by identity.</summary>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableEndpoint.Connect(endpoint, tokenCredential, options), tableName)
    {
    }

    /// <summary>Connects with an account's key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <summary>Connects with an account's key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(TableEndpoint.Connect(endpoint, credential, options), tableName)
    {
    }

    /// <summary>For doubles of tests.</summary>
    protected TableClient()
    {
    }

    internal TableClient(TableEndpoint endpoint, string tableName)
    {
        this.endpoint = endpoint;
        Name = tableName ?? throw new ArgumentNullException(nameof(tableName));
    }

    /// <summary>The table's name.</summary>
    public virtual string Name { get; }

    /// <summary>The account's name.</summary>
    public virtual string AccountName => endpoint.AccountName;

    /// <summary>The table's address.</summary>
    public virtual Uri Uri => new(endpoint.Uri.AbsoluteUri.TrimEnd('/') + "/" + Name);

    /// <summary>An OData filter with the values quoted.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    /// <summary>Creates the table.</summary>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        TableServiceClient.CreateAsync(endpoint, Name, ifNotExists: false, cancellationToken);

    /// <summary>Creates the table where there is none.</summary>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        TableServiceClient.CreateAsync(endpoint, Name, ifNotExists: true, cancellationToken);

    /// <summary>Deletes the table; one that is not there is no error.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        TableServiceClient.DeleteAsync(endpoint, Name, cancellationToken);

    /// <summary>Adds an entity; 409 where it exists.</summary>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = endpoint.Message(RequestMethod.Post, Name);
        message.Request.Headers.Add("Prefer", "return-no-content");
        TableEndpoint.Body(message, EntityJson.Write(entity));
        return await endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads an entity; 404 where there is none.</summary>
    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (entity, response) = await ReadAsync<T>(partitionKey, rowKey, select, allowed: 0, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(entity, response);
    }

    /// <summary>Reads an entity, or finds that there is none.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (entity, response) = await ReadAsync<T>(partitionKey, rowKey, select, allowed: 404, cancellationToken).ConfigureAwait(false);
        return entity is null ? new NoEntity<T>(response) : Response.FromValue(entity, response);
    }

    /// <summary>Writes an entity whether it exists or not.</summary>
    public virtual async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = endpoint.Message(Method(mode), Path(entity.PartitionKey, entity.RowKey));
        TableEndpoint.Body(message, EntityJson.Write(entity));
        return await endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes an entity of that version; 412 where it has another.</summary>
    public virtual async Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
            throw new ArgumentException("A version is needed: ETag.All stands for any.", nameof(ifMatch));
        using var message = endpoint.Message(Method(mode), Path(entity.PartitionKey, entity.RowKey));
        message.Request.Headers.Add(HttpHeader.Names.IfMatch, ifMatch.ToString("H"));
        TableEndpoint.Body(message, EntityJson.Write(entity));
        return await endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes an entity; one that is not there is no error.</summary>
    public virtual async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = endpoint.Message(RequestMethod.Delete, Path(partitionKey, rowKey));
        message.Request.Headers.Add(HttpHeader.Names.IfMatch, (ifMatch == default ? ETag.All : ifMatch).ToString("H"));
        return await endpoint.SendAsync(message, cancellationToken, allowed: 404).ConfigureAwait(false);
    }

    /// <summary>Deletes an entity; one that is not there is no error.</summary>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    /// <summary>The entities that meet an OData filter, page by page.</summary>
    public virtual AsyncPageable<T> QueryAsync<T>(string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => new EntityPages<T>(endpoint, Name, filter, maxPerPage, select, cancellationToken);

    /// <summary>Applies up to 100 steps on one partition, all or none.</summary>
    /// <exception cref="TableTransactionFailedException">A step failed, and so nothing was done.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var steps = transactionActions.ToList();
        if (steps.Count == 0)
            throw new InvalidOperationException("A transaction needs at least one step.");
        using var message = endpoint.Message(RequestMethod.Post, "$batch");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "multipart/mixed; boundary=" + TransactionBody.Boundary);
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, "application/json");
        message.Request.Content = RequestContent.Create(TransactionBody.Write(steps, step => Address(step)));
        try
        {
            var response = await endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return Response.FromValue(TransactionAnswer.Read(response), response);
        }
        catch (RequestFailedException failure) when (failure is not TableTransactionFailedException)
        {
            throw new TableTransactionFailedException(failure);
        }
    }

    internal static string KeyPath(string table, string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return $"{table}(PartitionKey={Uri.EscapeDataString(FilterText.Quoted(partitionKey))},RowKey={Uri.EscapeDataString(FilterText.Quoted(rowKey))})";
    }

    private string Address(TableTransactionAction step) => endpoint.Uri.AbsoluteUri.TrimEnd('/') + "/"
        + (step.ActionType == TableTransactionActionType.Add ? Name : Path(step.Entity.PartitionKey, step.Entity.RowKey));

    private string Path(string partitionKey, string rowKey) => KeyPath(Name, partitionKey, rowKey);

    private static RequestMethod Method(TableUpdateMode mode) => mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;

    private async Task<(T Entity, Response Response)> ReadAsync<T>(string partitionKey, string rowKey, IEnumerable<string> select, int allowed, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        using var message = endpoint.Message(RequestMethod.Get, Path(partitionKey, rowKey), select is null ? null : "$select=" + Uri.EscapeDataString(string.Join(',', select)));
        var response = await endpoint.SendAsync(message, cancellationToken, allowed).ConfigureAwait(false);
        if (response.IsError)
            return (null, response);
        using var document = await JsonDocument.ParseAsync(response.ContentStream!, cancellationToken: cancellationToken).ConfigureAwait(false);
        return (EntityProperties.As<T>(EntityJson.Read(document.RootElement)), response);
    }
}
