namespace OpsAutomation.Fuzz.Tests.Running;

public class HeapTests
{
    private const int MostOfACase = 200_000_000;

    [Fact]
    public void No_case_could_hold_more_than_200_MB_without_failing()
    {
        var held = new List<byte[]>();
        try
        {
            while (held.Count * 1_000_000L <= MostOfACase)
                held.Add(GC.AllocateUninitializedArray<byte>(1_000_000));
        }
        catch (OutOfMemoryException)
        {
            var most = held.Count;
            held.Clear();
            TestContext.Current.TestOutputHelper?.WriteLine($"A case can hold {most} MB.");
            most.ShouldBeGreaterThan(150, "the process itself takes so much that the limit is stricter than meant");
            return;
        }

        Assert.Fail("The process has no limit: System.GC.HeapHardLimit of the project file did not take effect.");
    }
}
