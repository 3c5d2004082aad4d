using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Boards;
using OpsAutomation.Functions.Access;
using OpsAutomation.Functions.Http;

namespace OpsAutomation.Functions.Triggers;

/// <summary>All clients on one page.</summary>
public sealed class ShowPortfolio(PortfolioReader portfolio, PageAccess access)
{
    /// <summary>Shows them as they stand now.</summary>
    [Function("ShowPortfolio")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "portfolio")] HttpRequest request, CancellationToken cancellationToken) =>
        access.ForOperatorAsync(request, async () =>
            Answers.Page(PortfolioPage.Write(await portfolio.ReadAsync(Languages.Of(request), cancellationToken), RequestLinks.Of(request))));
}
