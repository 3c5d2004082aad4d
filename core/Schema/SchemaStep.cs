namespace OpsAutomation.Schema;

/// <summary>
/// Brings state from one version to the next. Stopped anywhere and run again, it ends as one run; run beside another process that does the same, too.
/// What it reads it reads in the form of the version before, by itself: the code of later versions may have forgotten that form.
/// </summary>
public abstract class SchemaStep
{
    /// <summary>The version that state is of afterwards.</summary>
    public abstract int To { get; }

    /// <summary>Does it.</summary>
    public abstract Task RunAsync(SchemaScope scope, CancellationToken cancellationToken);
}
