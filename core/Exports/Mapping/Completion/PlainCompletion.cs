using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>A fact type whose fields all come from their own columns.</summary>
internal sealed class PlainCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs) : FactCompletion(mapping, schema, inputs)
{
    protected override string? Derive(FactRecord record, ref InputField? at) => null;
}
