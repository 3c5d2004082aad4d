namespace OpsAutomation.Crash.Tests;

/// <summary>One test after the other on one stage.</summary>
[CollectionDefinition(nameof(StageGroup))]
public sealed class StageGroup : ICollectionFixture<Stage>;
