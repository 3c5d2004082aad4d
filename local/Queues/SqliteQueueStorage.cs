using System.Globalization;
using Microsoft.Data.Sqlite;

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
            transaction => Run(
                transaction,
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
        return database.WriteAsync(transaction => Receive(transaction, queue, count, lease), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<QueuedMessage?> HideAsync(string queue, QueuedMessage message, TimeSpan hidden, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            transaction => Run(
                transaction,
                "UPDATE messages SET visible = $visible, receipt = receipt + 1 WHERE queue = $queue AND id = $id AND receipt = $receipt",
                ("$visible", Now(hidden)), ("$queue", queue), ("$id", Number(message.Id)), ("$receipt", Number(message.Receipt))) == 1
                    ? message with { Receipt = Text(Number(message.Receipt) + 1) }
                    : null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string queue, QueuedMessage message, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            transaction => Run(
                transaction,
                "DELETE FROM messages WHERE queue = $queue AND id = $id AND receipt = $receipt",
                ("$queue", queue), ("$id", Number(message.Id)), ("$receipt", Number(message.Receipt))) == 1,
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(string queue, CancellationToken cancellationToken = default)
    {
        QueueRules.CheckName(queue);
        return database.WriteAsync(
            transaction =>
            {
                using var command = RuntimeDatabase.Command(transaction, "SELECT COUNT(*) FROM messages WHERE queue = $queue", ("$queue", queue));
                return (int)(long)command.ExecuteScalar()!;
            },
            cancellationToken);
    }

    private IReadOnlyList<QueuedMessage> Receive(SqliteTransaction transaction, string queue, int count, TimeSpan lease)
    {
        using var command = RuntimeDatabase.Command(
            transaction,
            """
            UPDATE messages SET visible = $hidden, dequeued = dequeued + 1, receipt = receipt + 1
            WHERE id IN (SELECT id FROM messages WHERE queue = $queue AND visible <= $now ORDER BY visible, id LIMIT $count)
            RETURNING id, body, dequeued, receipt
            """,
            ("$hidden", Now(lease)), ("$queue", queue), ("$now", Now(TimeSpan.Zero)), ("$count", count));
        using var reader = command.ExecuteReader();
        var messages = new List<QueuedMessage>();
        while (reader.Read())
            messages.Add(new QueuedMessage(Text(reader.GetInt64(0)), reader.GetString(1), reader.GetInt32(2), Text(reader.GetInt64(3))));
        messages.Sort((a, b) => Number(a.Id).CompareTo(Number(b.Id)));
        return messages;
    }

    private static int Run(SqliteTransaction transaction, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = RuntimeDatabase.Command(transaction, sql, parameters);
        return command.ExecuteNonQuery();
    }

    private long Now(TimeSpan later) => (time.GetUtcNow() + later).ToUnixTimeMilliseconds();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
