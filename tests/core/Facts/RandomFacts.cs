using System.Text;
using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Facts;

/// <summary>Facts of all kinds of values, from a seed.</summary>
internal static class RandomFacts
{
    public static List<FactRecord> Of(FactType type, int seed, int count)
    {
        var random = new Random(seed);
        var schema = FactSchema.Of(type);
        return [.. Enumerable.Range(0, count).Select(_ => Of(schema, random))];
    }

    public static string Describe(FactRecord record)
    {
        var text = new StringBuilder();
        text.Append($"{record.Key} {record.Version} {record.Source} {record.ValuesSince} {record.State}");
        foreach (var field in record.Schema.Fields)
        {
            text.Append(' ').Append(field.Name).Append('=').Append(field.Kind switch
            {
                FieldKind.Number => record.FindNumber(field)?.ToString("0.############################"),
                FieldKind.Time => record.FindTime(field)?.ToString(),
                FieldKind.Flag => record.FindFlag(field)?.ToString(),
                _ => record.FindText(field),
            });
        }

        return text.ToString();
    }

    private static FactRecord Of(FactSchema schema, Random random)
    {
        var record = new FactRecord(schema)
        {
            Key = new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()),
            Version = random.NextInt64(-1_000_000_000_000, 4_000_000_000_000),
            Source = random.Next(1, 100_000),
            ValuesSince = random.Next(4) == 0 ? random.Next(0, 30_000) : int.MinValue,
            State = (RecordState)random.Next(0, 16),
        };
        foreach (var field in schema.Fields)
        {
            if (random.Next(4) == 0)
                continue;
            switch (field.Kind)
            {
                case FieldKind.Number:
                    record.Set(field, Number(random));
                    break;
                case FieldKind.Time:
                    var day = new LocalDate(random.Next(1, 9999), random.Next(1, 13), random.Next(1, 29));
                    record.Set(field, random.Next(2) == 0 ? FactTime.Day(day) : new FactTime(day, random.Next(0, 86_400_000), random.Next(-840, 841)));
                    break;
                case FieldKind.Flag:
                    record.Set(field, random.Next(2) == 0);
                    break;
                default:
                    record.Set(field, new string('é', random.Next(0, 60)) + random.Next());
                    break;
            }
        }

        return record;
    }

    private static decimal Number(Random random) => random.Next(3) switch
    {
        0 => random.Next(-1000, 1000),
        1 => new decimal(random.Next(), random.Next(), random.Next(2) * random.Next(), random.Next(2) == 0, (byte)random.Next(0, 29)),
        _ => new decimal(random.Next(), 0, 0, random.Next(2) == 0, 2),
    };
}
