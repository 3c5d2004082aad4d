using System.Globalization;

namespace OpsAutomation.Queues;

/// <summary>Queues in the runtime's SQLite file. A receipt is the message's version: it changes with every receipt and every extension.</summary>
public sealed class SqliteQueueStorage(RuntimeDatabase database, TimeProvider time) : IQueueStorage
{
    /// <inheritdoc/>
    public event EventHandler<string>? Added;

    /// <inheritdoc/>
    public async Task AddAsync(string queue, string text, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        QueueRules.CheckName(queue);
        QueueRules.CheckText(text);
        await database.WriteAsync(
            statements => statements.Run(
                "INSERT INTO messages (queue, body, visible, dequeued, receipt) VALUES ($queue, $body, $visible, 0, 0)",
                ("$queue", queue), ("$body", text), ("$visible", Now(delay))),
            cancellationToken);
        if (delay <= TimeSpan.Zero)
            Added?.Invoke(this, queue);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int count, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        QueueRules.CheckName(queue);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 32);
        return database.WriteAsync(statements => Receive(statements, queue, count, lease), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<QueuedMessage?> HideAsync(string queue, QueuedMessage message, TimeSpan hidden, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            statements => statements.Run(
                "UPDATE messages SET visible = $visible, receipt = receipt + 1 WHERE queue = $queue AND id = $id AND receipt = $receipt",
                ("$visible", Now(hidden)), ("$queue", queue), ("$id", Number(message.Id)), ("$receipt", Number(message.Receipt))) == 1
                    ? message with { Receipt = Text(Number(message.Receipt) + 1) }
                    : null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string queue, QueuedMessage message, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            statements => statements.Run(
                "DELETE FROM messages WHERE queue = $queue AND id = $id AND receipt = $receipt",
                ("$queue", queue), ("$id", Number(message.Id)), ("$receipt", Number(message.Receipt))) == 1,
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(string queue, CancellationToken cancellationToken = default)
    {
        QueueRules.CheckName(queue);
        return database.WriteAsync(
            statements => (int)(long)statements.Of("SELECT COUNT(*) FROM messages WHERE queue = $queue", ("$queue", queue)).ExecuteScalar()!,
            cancellationToken);
    }

    private IReadOnlyList<QueuedMessage> Receive(SqliteStatements statements, string queue, int count, TimeSpan lease)
    {
        using var reader = statements.Of(
            """
            UPDATE messages SET visible = $hidden, dequeued = dequeued + 1, receipt = receipt + 1
            WHERE id IN (SELECT id FROM messages WHERE queue = $queue AND visible <= $now ORDER BY visible, id LIMIT $count)
            RETURNING id, body, dequeued, receipt
            """,
            ("$hidden", Now(lease)), ("$queue", queue), ("$now", Now(TimeSpan.Zero)), ("$count", count)).ExecuteReader();
        var messages = new List<QueuedMessage>();
        while (reader.Read())
            messages.Add(new QueuedMessage(Text(reader.GetInt64(0)), reader.GetString(1), reader.GetInt32(2), Text(reader.GetInt64(3))));
        messages.Sort((a, b) => Number(a.Id).CompareTo(Number(b.Id)));
        return messages;
    }

    private long Now(TimeSpan later) => (time.GetUtcNow() + later).ToUnixTimeMilliseconds();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
