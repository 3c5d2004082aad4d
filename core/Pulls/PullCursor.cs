namespace OpsAutomation.Pulls;

/// <summary>How far the changes of a drive were read: collection <c>pull-cursors</c>.</summary>
/// <param name="Cursor">Where the next page begins.</param>
internal sealed record PullCursor(string Cursor)
{
    public const string Collection = "pull-cursors";
}
