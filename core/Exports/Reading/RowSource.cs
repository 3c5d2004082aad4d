namespace OpsAutomation.Exports.Reading;

/// <summary>Every row of a file or sheet as it stands, junk and footers included, in one reused <see cref="RowBuffer"/>.</summary>
internal abstract class RowSource : IDisposable
{
    public RowBuffer Row { get; } = new();

    public abstract bool Read();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
