namespace OpsAutomation.Queues;

/// <summary>A piece of work that waits for its transaction.</summary>
internal abstract class GroupedWrite
{
    /// <summary>Why it failed, or null.</summary>
    public Exception? Failure { get; protected set; }

    /// <summary>Whether it is still to be done; from here on it cannot be cancelled.</summary>
    public abstract bool TryBegin();

    /// <summary>Does it, from its start; false where it failed.</summary>
    public abstract bool TryRun(SqliteStatements statements);

    /// <summary>It failed with its transaction; what failed in it counts more.</summary>
    public void Fail(Exception failure) => Failure ??= failure;

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

    public GroupedWrite(Func<SqliteStatements, T> work, CancellationToken cancellationToken)
    {
        this.work = work;
        cancelled = cancellationToken.UnsafeRegister(Cancel, this);
    }

    public Task<T> Task => ended.Task;

    public override bool TryBegin() => Interlocked.Exchange(ref begun, 1) == 0;

    public override bool TryRun(SqliteStatements statements)
    {
        Failure = null;
        try
        {
            result = work(statements);
        }
        catch (Exception failure)
        {
            Failure = failure;
        }

        return Failure is null;
    }

    public override void End()
    {
        cancelled.Dispose();
        if (Failure is null)
            ended.SetResult(result!);
        else
            ended.SetException(Failure);
    }

    private static void Cancel(object? write, CancellationToken cancellationToken)
    {
        var self = (GroupedWrite<T>)write!;
        if (self.TryBegin())
            self.ended.SetCanceled(cancellationToken);
    }
}
