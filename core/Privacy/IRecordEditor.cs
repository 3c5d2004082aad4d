namespace OpsAutomation.Privacy;

/// <summary>Decides what becomes of the cells of a file that is written anew: made anonymous, or freed of one person.</summary>
internal interface IRecordEditor
{
    /// <summary>Edits the cells of a record in place.</summary>
    void Edit(RecordCells record);

    /// <summary>What a text outside of records becomes: a title, a footer, a value beside a list.</summary>
    /// <param name="text">The text.</param>
    /// <param name="treatment">What it is, as far as its name tells.</param>
    string EditLoose(string text, CellTreatment treatment);
}
