using OpsAutomation.Facts;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Facts;

public sealed class FactImportFailureTests
{
    private static readonly IncomingFile First = new(1_000_000, Row("1", 100), Row("2", 200), Row("1", 120));
    private static readonly IncomingFile Second = new(2_000_000, Row("2", 250), Row("3", 300)) { Full = true };

    [Fact]
    public async Task A_failure_at_any_operation_leaves_the_old_facts_or_the_new_ones()
    {
        var (before, after) = await StatesAsync();
        for (var failing = 1; ; failing++)
        {
            var imports = new FactImports();
            await imports.ImportAsync(First);
            var left = failing;
            imports.Blobs.Fault = (_, _) => --left == 0 ? new IOException("No space left on device") : null;
            imports.State.Fault = (_, _) => --left == 0 ? new IOException("database is locked") : null;
            var failed = false;
            try
            {
                await imports.ImportAsync(Second);
            }
            catch (IOException)
            {
                failed = true;
            }

            imports.Blobs.Fault = null;
            imports.State.Fault = null;
            (await imports.DescribeAsync(FactType.Deal)).ShouldBe(failed ? before : after);
            await imports.ImportAsync(Second);
            (await imports.DescribeAsync(FactType.Deal)).ShouldBe(after);
            if (!failed)
                return;
        }
    }

    [Fact]
    public async Task What_a_failed_import_has_left_is_swept_by_a_later_one()
    {
        var imports = new FactImports();
        await imports.ImportAsync(First);
        imports.State.Fault = (_, what) => what == "commit" ? new IOException() : null;
        await Should.ThrowAsync<IOException>(() => imports.ImportAsync(Second));
        imports.State.Fault = null;
        imports.Blobs.Now += NodaTime.Duration.FromHours(1);
        await imports.ImportAsync(Second with { Version = 3_000_000 });
        imports.Blobs.Now += NodaTime.Duration.FromHours(1);
        await imports.ImportAsync(Second with { Version = 4_000_000 });
        imports.Blobs.Paths(FactImports.Engagement).ShouldAllBe(path => path.Contains("v4000000") || path.Contains("000002-v3000000-all"));
    }

    [Fact]
    public async Task Of_two_imports_at_once_the_second_finds_a_conflict_and_nothing_is_lost()
    {
        var imports = new FactImports();
        await imports.ImportAsync(First);
        imports.State.BeforeNextCommit = () => imports.ImportAsync(Second);
        await Should.ThrowAsync<OpsAutomation.Ports.StateConflictException>(
            () => imports.ImportAsync(new IncomingFile(3_000_000, Row("4", 400))));
        (await imports.ReadAsync(FactType.Deal)).Count.ShouldBe(3);
    }

    private static async Task<(string Before, string After)> StatesAsync()
    {
        var imports = new FactImports();
        await imports.ImportAsync(First);
        var before = await imports.DescribeAsync(FactType.Deal);
        await imports.ImportAsync(Second);
        return (before, await imports.DescribeAsync(FactType.Deal));
    }

    private static IncomingRow Row(string id, decimal amount) => new(id, new DealBuilder().Id(id).Amount(amount).Build());
}
