using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Boards;
using OpsAutomation.Functions.Http;

namespace OpsAutomation.Functions.Triggers;

/// <summary>All clients on one page.</summary>
public sealed class ShowPortfolio(PortfolioReader portfolio, HttpGuard guard)
{
    /// <summary>Shows them as they stand now.</summary>
    [Function("ShowPortfolio")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "portfolio")] HttpRequest request, CancellationToken cancellationToken) =>
        guard.AnswerAsync(request, async () =>
            Answers.Page(PortfolioPage.Write(await portfolio.ReadAsync(Languages.Of(request), cancellationToken), RequestLinks.Of(request))));
}
