using System.Text;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>What the vendor says about deletion, archiving and merging of the current row.</summary>
internal sealed class RecordStates(InputSchema schema, RowInputs inputs)
{
    private readonly InputField deleted = schema[InputNames.Deleted];
    private readonly InputField archived = schema[InputNames.Archived];
    private readonly InputField? parentArchived = schema.Find(InputNames.ParentArchived);
    private readonly InputField merged = schema[InputNames.Merged];
    private readonly InputField mergedInto = schema[InputNames.MergedInto];

    internal RecordState Of()
    {
        var state = RecordState.None;
        if (inputs.Flag(deleted) == true)
            state |= RecordState.Deleted;
        if (inputs.Flag(archived) == true || (parentArchived is not null && inputs.Flag(parentArchived) == true))
            state |= RecordState.Archived;
        if (!inputs.Text(mergedInto).IsEmpty)
            state |= RecordState.Merged;
        return state;
    }

    internal IReadOnlyList<string> MergedIds()
    {
        var text = inputs.Text(merged);
        if (text.IsEmpty)
            return [];
        return [.. Encoding.UTF8.GetString(text).Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(id => Encoding.UTF8.GetString(NaturalIds.Normalise(Encoding.UTF8.GetBytes(id))))];
    }
}
