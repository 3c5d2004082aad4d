using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Options of the clients.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Takes the service version.</summary>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionText = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };
    }

    internal string VersionText { get; }

    /// <summary>Versions of the service.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06, the first with token credentials.</summary>
        V2020_12_06 = 2,
    }
}
