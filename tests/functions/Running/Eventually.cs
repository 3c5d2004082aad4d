using System.Diagnostics;

namespace OpsAutomation.Functions.Tests.Running;

/// <summary>Waits for what the app does by itself; how long it takes is no part of any test.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<T> FindAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found)
                return found;
            if (waiting.Elapsed > Patience)
                throw new TimeoutException("What the test waits for did not come.");
            await Task.Delay(100);
        }
    }

    public static Task ComesTrueAsync(Func<Task<bool>> look) => FindAsync(async () => await look() ? "true" : null);
}
