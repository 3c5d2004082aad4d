using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>A deal's status: flags lead, then the status, then the stage, then the dates of winning and losing; else it is open.</summary>
internal sealed class DealCompletion : FactCompletion
{
    private readonly WordList words;
    private readonly InputField status;
    private readonly InputField stage;
    private readonly InputField isWon;
    private readonly InputField isClosed;
    private readonly InputField wonOn;
    private readonly InputField lostOn;
    private readonly InputField expectedClose;
    private int unknown;

    internal DealCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        words = Words("deal");
        status = schema["status"];
        stage = schema["stage"];
        isWon = schema[InputNames.IsWon];
        isClosed = schema[InputNames.IsClosed];
        wonOn = schema[InputNames.WonOn];
        lostOn = schema[InputNames.LostOn];
        expectedClose = schema[InputNames.ExpectedClose];
    }

    internal override IReadOnlyList<LocalizedText> Warnings => unknown == 0 ? base.Warnings :
    [
        .. base.Warnings,
        new(
            $"{unknown} rows have a status that is not known as won, lost or open; they count as open. Say what it means in a map's `status`.",
            $"{unknown} lignes ont un statut qui n’est connu ni comme gagné, ni comme perdu, ni comme ouvert\u00a0; elles comptent comme ouvertes. Précisez son sens dans `status` d’un fichier `--map`."),
    ];

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        var word = StatusOf(record);
        record.Set(DealFields.Status, word switch { "won" => "won"u8, "lost" => "lost"u8, _ => "open"u8 });
        if (!record.Has(DealFields.Stage) && Inputs.Text(status) is { IsEmpty: false } written)
            record.Set(DealFields.Stage, written);
        if (!record.Has(DealFields.Closed))
        {
            var closed = word switch { "won" => Inputs.Time(wonOn), "lost" => Inputs.Time(lostOn), _ => Inputs.Time(expectedClose) };
            if (closed is null && !Mapping.Maps("closed") && !Mapping.Maps(InputNames.WonOn) && !Mapping.Maps(InputNames.LostOn))
                closed = Inputs.Time(expectedClose);
            if (closed is { } time)
                record.Set(DealFields.Closed, time);
        }

        return null;
    }

    private string StatusOf(FactRecord record)
    {
        var won = Inputs.Flag(isWon);
        var closed = Inputs.Flag(isClosed);
        if (won == true)
            return "won";
        if (closed == false)
            return "open";
        var statusWord = Inputs.Text(status);
        var stageWord = Inputs.Text(stage);
        var meaning = words.Find(statusWord) ?? words.Find(stageWord);
        if (closed == true)
            return meaning == "won" && won is null ? "won" : "lost";
        if (meaning is not null)
            return meaning;
        if (Inputs.Time(wonOn) is not null)
            return "won";
        if (Inputs.Time(lostOn) is not null)
            return "lost";
        if (won == false && statusWord.IsEmpty && stageWord.IsEmpty)
            return record.Has(DealFields.Closed) || !Mapping.Maps("closed") ? "lost" : "open";
        // A stage between the first and the last is open; a status column, though, has few words and should have been understood.
        if (!statusWord.IsEmpty)
            unknown++;
        return "open";
    }
}
