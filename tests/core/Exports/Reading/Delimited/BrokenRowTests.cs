using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Core.Tests.Exports.Reading.Delimited;

public class BrokenRowTests
{
    [Fact]
    public void A_row_that_ends_before_columns_which_others_leave_blank_is_whole()
    {
        var rows = Read.Table("id,name,amount,note\n1,Acme,10,\n2,Beta,20\n3,Gamma\n4,Delta,40,x\n").Rows();

        rows.Select(row => row.Defect).ShouldBe([null, null, RowDefects.FieldCount, null]);
    }

    [Fact]
    public void A_delimiter_left_unescaped_is_a_defect_and_never_shifts_fields()
    {
        var rows = Read.Table("id,name,amount,note\n1,Acme, Inc,10,\n2,Beta,20,x\n3,Gamma,30,\n4,Delta,5,y\n").Rows();

        rows.Select(row => row.Defect).ShouldBe([RowDefects.FieldCount, null, null, null]);
    }

    [Fact]
    public void A_delimiter_at_the_end_of_every_line_is_no_column()
    {
        var table = Read.Table("id,name,amount,\n1,Acme,10,\n2,Beta,20,\n");

        table.Header.ShouldBe(["id", "name", "amount"]);
        table.Rows().ShouldAllBe(row => row.Defect == null && row.Fields.Length == 3);
    }

    [Fact]
    public void A_field_beyond_the_limit_is_refused_with_its_line()
    {
        var limits = new ReadingLimits { MaxFieldBytes = 300_000 };
        var text = "id,name\n1,a\n2," + new string('x', 700_000) + "\n";

        Read.Refusal(() => Read.Table(text, limits: limits).Rows()).Message.ShouldStartWith("export.csv, line 3: one field is larger than");
        Read.Refusal(() => Read.Table("id,name\n1,a\n2,\"" + new string('x', 700_000) + "\"\n", limits: limits).Rows()).Message.ShouldStartWith("export.csv, line 3:");
        Read.Refusal(() => Read.Table(new string('x', 2_000_000), limits: limits)).Message.ShouldStartWith("export.csv, line 1:");
    }

    [Fact]
    public void A_gigabyte_in_one_field_is_refused_in_bounded_memory()
    {
        var content = new ExportContent("huge.csv", 1L << 30, () => new EndlessField("id,name\n1,a\n2,"u8.ToArray(), 1L << 30));
        using var file = ExportFile.Open(content, ReadingLimits.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read.Refusal(() => file.Tables[0].Rows()).Message.ShouldStartWith("huge.csv, line 3:");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200L << 20);
    }

    [Fact]
    public void More_columns_than_the_limit_are_refused() =>
        Read.Refusal(() => Read.Table("id,name\n1,a\n" + new string(',', 5000) + "\n").Rows()).Message.ShouldContain("line 3: more than 4096 columns");

    [Fact]
    public void An_unterminated_quote_at_the_end_of_a_long_file_costs_one_row()
    {
        var text = "id,name,amount\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i},\"name {i}\",{i}\n")) + "x,\"open,1\ny,last,2\n";

        var rows = Read.Table(text).Rows();

        rows.Count.ShouldBe(40_002);
        rows.Count(row => row.Defect is not null).ShouldBe(1);
        rows[40_000].ShouldSatisfyAllConditions(row => row.Defect.ShouldBe(RowDefects.UnterminatedQuote), row => row.Line.ShouldBe(40_002));
        rows[40_001].Fields.ShouldBe(["y", "last", "2"]);
    }

    private sealed class EndlessField(byte[] start, long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _at);
            buffer.AsSpan(offset, read).Fill((byte)'x');
            if (_at < start.Length)
                start.AsSpan((int)_at, (int)Math.Min(read, start.Length - _at)).CopyTo(buffer.AsSpan(offset));
            _at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
