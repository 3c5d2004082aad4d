namespace OpsAutomation.Queues;

/// <summary>A piece of work that waits for its transaction.</summary>
internal abstract class GroupedWrite
{
    /// <summary>Whether it is still to be done; from here on it cannot be cancelled.</summary>
    public abstract bool TryBegin();

    /// <summary>Does it.</summary>
    public abstract void Run(SqliteStatements statements);

    /// <summary>It failed; what failed first counts.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>Tells whoever waits for it, once its transaction has ended.</summary>
    public abstract void End();
}

/// <inheritdoc/>
internal sealed class GroupedWrite<T> : GroupedWrite
{
    private readonly TaskCompletionSource<T> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<SqliteStatements, T> work;
    private readonly CancellationTokenRegistration cancelled;
    private int begun;
    private T? result;
    private Exception? failed;

    public GroupedWrite(Func<SqliteStatements, T> work, CancellationToken cancellationToken)
    {
        this.work = work;
        cancelled = cancellationToken.UnsafeRegister(Cancel, this);
    }

    public Task<T> Task => ended.Task;

    public override bool TryBegin() => Interlocked.Exchange(ref begun, 1) == 0;

    public override void Run(SqliteStatements statements) => result = work(statements);

    public override void Fail(Exception failure) => failed ??= failure;

    public override void End()
    {
        cancelled.Dispose();
        if (failed is null)
            ended.SetResult(result!);
        else
            ended.SetException(failed);
    }

    private static void Cancel(object? write, CancellationToken cancellationToken)
    {
        var self = (GroupedWrite<T>)write!;
        if (self.TryBegin())
            self.ended.SetCanceled(cancellationToken);
    }
}
