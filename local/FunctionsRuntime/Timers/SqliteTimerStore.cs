using System.Globalization;
using OpsAutomation.Queues;

namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>Timers in the runtime's SQLite file.</summary>
public sealed class SqliteTimerStore(RuntimeDatabase database, TimeProvider time) : ITimerStore
{
    /// <inheritdoc/>
    public Task<TimerRecord?> FindAsync(string name, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            statements =>
            {
                using var reader = statements.Of("SELECT last, next, updated FROM timers WHERE name = $name", ("$name", name)).ExecuteReader();
                if (!reader.Read())
                    return null;
                var last = reader.GetInt64(0);
                return new TimerRecord(last == 0 ? null : At(last), At(reader.GetInt64(1)), At(reader.GetInt64(2)));
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task BeginAsync(string name, TimerRecord record, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            statements => statements.Run(
                "INSERT INTO timers (name, last, next, updated) VALUES ($name, $last, $next, $updated) ON CONFLICT (name) DO NOTHING",
                [("$name", name), .. Values(record)]),
            cancellationToken);

    /// <inheritdoc/>
    public Task<string?> ClaimAsync(string name, TimeSpan duration, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            statements => ((long?)statements.Of(
                "UPDATE timers SET claim = claim + 1, claimed_until = $until WHERE name = $name AND claimed_until <= $now RETURNING claim",
                ("$until", Now(duration)), ("$name", name), ("$now", Now(TimeSpan.Zero))).ExecuteScalar())?.ToString(CultureInfo.InvariantCulture),
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RenewAsync(string name, string claim, TimeSpan duration, CancellationToken cancellationToken = default)
        => database.WriteAsync(statements => SetClaim(statements, name, claim, Now(duration)), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> SaveAsync(string name, string claim, TimerRecord record, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            statements => statements.Run(
                "UPDATE timers SET last = $last, next = $next, updated = $updated WHERE name = $name AND claim = $claim",
                [("$name", name), ("$claim", Number(claim)), .. Values(record)]) == 1,
            cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string name, string claim, CancellationToken cancellationToken = default)
        => database.WriteAsync(statements => SetClaim(statements, name, claim, 0), cancellationToken);

    private static bool SetClaim(SqliteStatements statements, string name, string claim, long until)
        => statements.Run(
            "UPDATE timers SET claimed_until = $until WHERE name = $name AND claim = $claim",
            ("$until", until), ("$name", name), ("$claim", Number(claim))) == 1;

    private static (string Name, object? Value)[] Values(TimerRecord record) =>
    [
        ("$last", record.Last?.ToUnixTimeMilliseconds() ?? 0), ("$next", record.Next.ToUnixTimeMilliseconds()), ("$updated", record.Updated.ToUnixTimeMilliseconds()),
    ];

    private long Now(TimeSpan later) => (time.GetUtcNow() + later).ToUnixTimeMilliseconds();

    private static long Number(string claim) => long.Parse(claim, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
