namespace OpsAutomation.Links.Acts;

/// <summary>What was posted from the page of an item.</summary>
/// <param name="Fields">The values of each field, in their order.</param>
public sealed record ActForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>The most bytes of a form that are read.</summary>
    public const int LargestBody = 16 * 1024;

    /// <summary>The field of the choices of a page.</summary>
    internal const string Choice = "choice";

    /// <summary>The field of the words that go with it.</summary>
    internal const string Note = "note";

    /// <summary>The field of the token of the board that a form stands on: who posted it goes back there.</summary>
    internal const string Board = "board";

    /// <summary>The token of the board that it was posted from; null where it was posted from the item's own page.</summary>
    internal string? BoardToken => Fields.GetValueOrDefault(Board) is [{ Length: > 0 } token, ..] ? token : null;

    /// <summary>A form without a field.</summary>
    public static ActForm Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>The choices made.</summary>
    internal IReadOnlyList<string> Choices => Fields.GetValueOrDefault(Choice) ?? [];

    /// <summary>The words that go with them, on one line; null where there are none. Too long ones are clipped to <see cref="ActFields.UsualNoteLength"/>.</summary>
    internal string? Words => Digests.CleanText.Clip(RawNote, int.MaxValue, ActFields.UsualNoteLength) is { Length: > 0 } clean ? clean : null;

    /// <summary>The words as they came, for who must not shorten them.</summary>
    internal string RawNote => Fields.GetValueOrDefault(Note) is [var text, ..] ? text : "";
}
