using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction failed as a whole, because of one of its steps.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>Creates it from the failure of the step.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        FailedTransactionActionIndex = IndexIn(requestFailedException.Message);
    }

    /// <summary>The number of the step from 0, where the service says it.</summary>
    public int? FailedTransactionActionIndex { get; }

    // The service's message starts with the step's number: "3:The specified entity already exists."
    private static int? IndexIn(string message)
    {
        var end = message.IndexOf(':');
        return end > 0 && int.TryParse(message.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
