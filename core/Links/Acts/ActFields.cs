namespace OpsAutomation.Links.Acts;

/// <summary>The fields of an item's page.</summary>
/// <param name="Button">The words of its one button.</param>
internal sealed record ActFields(string Button)
{
    /// <summary>The most characters of a note that is kept beside an act.</summary>
    public const int UsualNoteLength = 500;

    /// <summary>What the choices are about; empty where there are none.</summary>
    public string Legend { get; init; } = "";

    /// <summary>The choices: the value posted and its words.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices { get; init; } = [];

    /// <summary>Whether several may be chosen.</summary>
    public bool Several { get; init; }

    /// <summary>A second button: the value posted as the choice and its words; null for none.</summary>
    public (string Value, string Text)? Other { get; init; }

    /// <summary>The label of the field for words; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>The most characters of these words.</summary>
    public int NoteLength { get; init; } = UsualNoteLength;
}
