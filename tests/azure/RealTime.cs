namespace OpsAutomation.Azure.Tests;

/// <summary>The machine's clock: an emulator in another process compares certificates and tokens with it.</summary>
internal static class RealTime
{
#pragma warning disable RS0030 // No injected clock reaches another process.
    public static TimeProvider Clock => TimeProvider.System;
#pragma warning restore RS0030
}
