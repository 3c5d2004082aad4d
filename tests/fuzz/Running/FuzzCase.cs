namespace OpsAutomation.Fuzz.Tests.Running;

/// <summary>One case: everything about it comes from its seed, its target and its number.</summary>
internal sealed class FuzzCase
{
    /// <summary>The size of a large case.</summary>
    public const int LargeBytes = 1 << 20;

    // 100 of 20,000 cases.
    private const int LargeEvery = 200;

    public FuzzCase(int seed, string target, int number)
    {
        Name = $"{target}/{number}";
        IsLarge = number % LargeEvery == LargeEvery - 1;
        Random = new Random(Mix(seed, target, number));
    }

    public string Name { get; }

    /// <summary>Whether its input is to be about 1 MiB.</summary>
    public bool IsLarge { get; }

    public Random Random { get; }

    /// <summary>The input, kept for the report of a failure.</summary>
    public byte[] Input { get; set; } = [];

    /// <summary>How the input was made, for the report of a failure.</summary>
    public string Shape { get; set; } = "";

    public bool Chance(int percent) => Random.Next(100) < percent;

    public T Any<T>(IReadOnlyList<T> of) => of[Random.Next(of.Count)];

    private static int Mix(int seed, string target, int number)
    {
        unchecked
        {
            var mixed = (uint)seed * 0x9E3779B1;
            foreach (var c in target)
                mixed = (mixed ^ c) * 16777619;
            mixed = (mixed ^ (uint)number) * 0x85EBCA6B;
            mixed ^= mixed >> 15;
            return (int)(mixed * 0xC2B2AE35);
        }
    }
}
