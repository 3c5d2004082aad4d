using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;

namespace OpsAutomation.Privacy;

/// <summary>The columns of a table: their names, what their cells are, and what they are mapped to.</summary>
/// <param name="Names">The columns' names.</param>
/// <param name="Treatments">What their cells are.</param>
/// <param name="Inputs">What they are read as; null where nothing of them is.</param>
/// <param name="Fact">What the records become, or null.</param>
internal sealed record RecordLayout(IReadOnlyList<string> Names, IReadOnlyList<CellTreatment> Treatments, IReadOnlyList<InputField?> Inputs, FactType? Fact)
{
    /// <summary>Of a place without a table: everything is text.</summary>
    public static RecordLayout None { get; } = new([], [], [], null);

    /// <summary>What the cells of a column are; beyond the last column, text.</summary>
    public CellTreatment Of(int column) => (uint)column < (uint)Treatments.Count ? Treatments[column] : CellTreatment.Text;

    /// <summary>The place of an input's column, or -1.</summary>
    public int Find(string input)
    {
        for (var i = 0; i < Inputs.Count; i++)
        {
            if (Inputs[i]?.Name == input)
                return i;
        }

        return -1;
    }
}
