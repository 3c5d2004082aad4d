using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Facts;

public sealed class FactFileTests
{
    [Fact]
    public void Whatever_records_are_written_are_read_again()
    {
        var deals = from seed in Gen.Choose(0, int.MaxValue) from count in Gen.Choose(0, 400) select RandomFacts.Of(FactType.Deal, seed, count);
        Prop.ForAll(deals.ToArbitrary(), written =>
        {
            var read = FactFiles.Read(FactFiles.Write(FactType.Deal, written), FactType.Deal);
            read.Select(RandomFacts.Describe).ShouldBe(written.Select(RandomFacts.Describe));
        }).Check(PropertyRuns.Of(100));
    }

    [Fact]
    public void Every_type_can_be_written_and_read()
    {
        foreach (var type in Enum.GetValues<FactType>())
        {
            var written = RandomFacts.Of(type, 7, 50);
            FactFiles.Read(FactFiles.Write(type, written), type).Select(RandomFacts.Describe).ShouldBe(written.Select(RandomFacts.Describe));
        }
    }

    [Fact]
    public void A_file_of_many_blocks_keeps_the_order_of_its_records()
    {
        var written = RandomFacts.Of(FactType.Ticket, 3, 30_000);
        var file = FactFiles.Write(FactType.Ticket, written);
        file.Length.ShouldBeGreaterThan(2 * FactFile.BlockSize);
        FactFiles.Read(file, FactType.Ticket).Select(record => record.Key).ShouldBe(written.Select(record => record.Key));
    }

    [Fact]
    public void Reading_ahead_gives_the_same_records()
    {
        var written = RandomFacts.Of(FactType.Deal, 9, 8_000);
        using var ahead = new ReadAheadReader(
            new FactFileReader(new MemoryStream(FactFiles.Write(FactType.Deal, written)), "test.facts", DealFields.Schema), DealFields.Schema);
        foreach (var record in written)
        {
            ahead.Read().ShouldBeTrue();
            RandomFacts.Describe(ahead.Current).ShouldBe(RandomFacts.Describe(record));
        }

        ahead.Read().ShouldBeFalse();
    }

    [Fact]
    public void Reading_ahead_ends_with_the_error_of_a_damaged_file()
    {
        var file = FactFiles.Write(FactType.Deal, RandomFacts.Of(FactType.Deal, 9, 8_000));
        using var ahead = new ReadAheadReader(new FactFileReader(new MemoryStream(file[..^40]), "test.facts", DealFields.Schema), DealFields.Schema);
        Should.Throw<OpsException>(() =>
        {
            while (ahead.Read())
            {
            }
        }).Text.En.ShouldContain("test.facts is damaged");
    }

    [Fact]
    public void A_file_that_is_cut_short_is_recognised_and_named()
    {
        var file = FactFiles.Write(FactType.Deal, RandomFacts.Of(FactType.Deal, 1, 4));
        for (var length = 0; length < file.Length; length++)
            Should.Throw<OpsException>(() => FactFiles.Read(file[..length], FactType.Deal)).Text.En.ShouldContain("test.facts is damaged or cut short");
    }

    [Fact]
    public void A_file_with_a_wrong_byte_is_recognised()
    {
        var file = FactFiles.Write(FactType.Deal, RandomFacts.Of(FactType.Deal, 2, 4));
        for (var index = 0; index < file.Length; index++)
        {
            var damaged = file.ToArray();
            damaged[index] ^= 0x10;
            Should.Throw<OpsException>(() => FactFiles.Read(damaged, FactType.Deal), $"byte {index}").Kind.ShouldBe(FailureKind.Refused);
        }
    }

    [Fact]
    public void Only_the_fields_asked_for_are_read()
    {
        var written = RandomFacts.Of(FactType.Deal, 5, 20);
        using var reader = new FactFileReader(
            new MemoryStream(FactFiles.Write(FactType.Deal, written)), "test.facts", DealFields.Schema, new HashSet<FactField> { DealFields.Amount, DealFields.Status });
        foreach (var record in written)
        {
            reader.Read().ShouldBeTrue();
            reader.Current.FindNumber(DealFields.Amount).ShouldBe(record.FindNumber(DealFields.Amount));
            reader.Current.FindText(DealFields.Status).ShouldBe(record.FindText(DealFields.Status));
            reader.Current.Has(DealFields.Name).ShouldBeFalse();
            reader.Current.Has(DealFields.Created).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_file_of_another_schema_is_read_by_the_names_of_its_fields()
    {
        var layout = new FactLayout(
            DealFields.Schema,
            [("formerly", FieldKind.Text), ("amount", FieldKind.Number), ("status", FieldKind.Text), ("name", FieldKind.Number)],
            null);
        layout.CopiesAsIs.ShouldBeFalse();
        layout.Translate(0b1111).ShouldBe((1UL << DealFields.Amount.Index) | (1UL << DealFields.Status.Index));
    }

    [Theory]
    [InlineData("100", "100.00")]
    [InlineData("-0.5", "-0.50000")]
    [InlineData("0", "0.00")]
    [InlineData("0", "-0.0")]
    [InlineData("79228162514264337593543950330", "79228162514264337593543950330")]
    [InlineData("7922816251426433759354395033", "7922816251426433759354395033.0")]
    public void Equal_numbers_have_equal_bytes_whatever_their_trailing_zeros(string left, string right)
    {
        Span<byte> first = stackalloc byte[ByteCodes.MaxNumber];
        Span<byte> second = stackalloc byte[ByteCodes.MaxNumber];
        first = first[..ByteCodes.Write(first, decimal.Parse(left))];
        second = second[..ByteCodes.Write(second, decimal.Parse(right))];
        first.SequenceEqual(second).ShouldBeTrue();
        var at = 0;
        ByteCodes.ReadNumber(first, ref at).ShouldBe(decimal.Parse(left));
    }
}
