using Microsoft.Data.Sqlite;
using OpsAutomation.Queues;

namespace OpsAutomation.Local.Tests.Queues;

public sealed class GroupedWritesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("grouped").FullName;
    private readonly GroupedWrites writes;
    private int refusedOpens;

    public GroupedWritesTests() => writes = new(Open);

    [Fact]
    public async Task What_is_asked_for_meanwhile_shares_the_next_transaction()
    {
        using var first = new HeldWrite(writes);
        var seen = -1L;

        var others = Enumerable.Range(1, 20).Select(AddAsync).ToList();
        var last = writes.RunAsync(_ => seen = Count());
        first.Release();
        await Task.WhenAll([first.Task, last, .. others]);

        // Of what its own group had written another connection saw nothing yet.
        seen.ShouldBe(1);
        Count().ShouldBe(21);
    }

    [Fact]
    public async Task One_that_fails_is_undone_alone_and_hears_why()
    {
        using var first = new HeldWrite(writes);
        var before = AddAsync(1);
        var failing = writes.RunAsync<int>(statements =>
        {
            Add(statements, 2);
            throw new InvalidOperationException("not this one");
        });
        var refused = writes.RunAsync(statements => statements.Run("INSERT INTO numbers VALUES (1)"));
        var after = AddAsync(3);
        first.Release();

        await Task.WhenAll(first.Task, before, after);
        (await Should.ThrowAsync<InvalidOperationException>(() => failing)).Message.ShouldBe("not this one");
        await Should.ThrowAsync<SqliteException>(() => refused);
        Numbers().ShouldBe([0, 1, 3]);
    }

    [Fact]
    public async Task One_that_is_cancelled_while_it_waits_is_never_done()
    {
        using var cancel = new CancellationTokenSource();
        using var first = new HeldWrite(writes);
        var cancelled = writes.RunAsync(statements => Add(statements, 1), cancel.Token);
        var other = AddAsync(2);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        first.Release();
        await Task.WhenAll(first.Task, other);
        Numbers().ShouldBe([0, 2]);
    }

    [Fact]
    public async Task One_that_has_begun_is_ended_whatever_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();

        await writes.RunAsync(
            statements =>
            {
                cancel.Cancel();
                return Add(statements, 1);
            },
            cancel.Token);

        Numbers().ShouldBe([1]);
        await Should.ThrowAsync<OperationCanceledException>(() => writes.RunAsync(statements => Add(statements, 2), cancel.Token));
    }

    [Fact]
    public async Task When_the_transaction_itself_is_lost_all_of_it_fail_and_nothing_is_written()
    {
        using var first = new HeldWrite(writes);
        var before = AddAsync(1);
        // As a disk that is full does.
        var lost = writes.RunAsync(statements => statements.Run("ROLLBACK") + statements.Run("INSERT INTO nowhere VALUES (1)"));
        var after = AddAsync(2);
        first.Release();

        await first.Task;
        foreach (var one in new[] { before, lost, after })
            await Should.ThrowAsync<SqliteException>(() => one);
        await AddAsync(3);
        Numbers().ShouldBe([0, 3]);
    }

    [Fact]
    public async Task A_file_that_could_not_be_opened_is_opened_by_the_next_write()
    {
        refusedOpens = 1;

        await Should.ThrowAsync<IOException>(() => AddAsync(1));

        await AddAsync(2);
        Numbers().ShouldBe([2]);
    }

    [Fact]
    public async Task What_was_asked_for_is_done_before_the_file_is_closed_and_nothing_afterwards()
    {
        using var first = new HeldWrite(writes);
        var others = Enumerable.Range(1, 300).Select(AddAsync).ToList();

        var closing = Task.Run(writes.Dispose);
        first.Release();
        await Task.WhenAll([closing, first.Task, .. others]);

        Count().ShouldBe(301);
        await Should.ThrowAsync<ObjectDisposedException>(() => AddAsync(1000));
        writes.Dispose();
    }

    [Fact]
    public async Task While_writes_go_on_the_log_is_taken_over_and_begins_anew()
    {
        // A page each, and more of them than the log may have.
        await writes.RunAsync(statements => statements.Run("CREATE TABLE pages (id INTEGER PRIMARY KEY, content BLOB)"));
        for (var batch = 0; batch < 100; batch++)
        {
            await Task.WhenAll(Enumerable.Range(0, 250).Select(_ =>
                writes.RunAsync(statements => statements.Run("INSERT INTO pages (content) VALUES (zeroblob(4000))"))));
        }

        new FileInfo(Path.Combine(folder, "numbers.db-wal")).Length.ShouldBeLessThan(80 * 1024 * 1024);
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM pages";
        command.ExecuteScalar().ShouldBe(25_000L);
    }

    public void Dispose()
    {
        writes.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int Add(SqliteStatements statements, int number) => statements.Run("INSERT INTO numbers VALUES ($number)", ("$number", number));

    private Task<int> AddAsync(int number) => writes.RunAsync(statements => Add(statements, number));

    private long Count() => Numbers().Count;

    private List<long> Numbers()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number FROM numbers ORDER BY number";
        using var reader = command.ExecuteReader();
        var found = new List<long>();
        while (reader.Read())
            found.Add(reader.GetInt64(0));
        return found;
    }

    private SqliteConnection Open()
    {
        if (refusedOpens-- > 0)
            throw new IOException("not now");
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "numbers.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; CREATE TABLE IF NOT EXISTS numbers (number INTEGER PRIMARY KEY)";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A write of the number 0 that goes on until it is released, so that others wait for it.</summary>
    private sealed class HeldWrite : IDisposable
    {
        private readonly ManualResetEventSlim begun = new();
        private readonly ManualResetEventSlim released = new();

        public HeldWrite(GroupedWrites writes)
        {
            Task = System.Threading.Tasks.Task.Run(() => writes.RunAsync(statements =>
            {
                begun.Set();
                released.Wait();
                return Add(statements, 0);
            }));
            begun.Wait();
        }

        public Task Task { get; }

        public void Release() => released.Set();

        public void Dispose()
        {
            released.Set();
            Task.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
            begun.Dispose();
            released.Dispose();
        }
    }
}
