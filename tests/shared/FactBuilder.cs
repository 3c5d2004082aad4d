using OpsAutomation.Facts;

namespace OpsAutomation.Testing;

/// <summary>Builds a fact of any type.</summary>
public sealed class FactBuilder : FactBuilderOf<FactBuilder>
{
    private FactBuilder(FactType type)
        : base(type)
    {
    }

    /// <summary>Starts an empty fact.</summary>
    public static FactBuilder Of(FactType type) => new(type);
}
