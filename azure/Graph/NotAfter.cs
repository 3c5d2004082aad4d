using Microsoft.Kiota.Abstractions;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// The last moment at which a request may be made. A send that waited for its place must not be made once another sender may have taken
/// over: a lease keeps nobody from sending who does not look at it again.
/// </summary>
/// <param name="Moment">The moment.</param>
internal sealed record NotAfter(DateTimeOffset Moment) : IRequestOption;
