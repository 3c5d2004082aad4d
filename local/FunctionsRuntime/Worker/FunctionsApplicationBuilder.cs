using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsAutomation.FunctionsRuntime;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds a functions app; here, one that is its own host.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly WebApplicationBuilder builder;
    private bool built;

    internal FunctionsApplicationBuilder(string[]? args)
    {
        builder = WebApplication.CreateBuilder(args ?? []);
        builder.Configuration.AddEnvironmentVariables("AZURE_FUNCTIONS_");
    }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)builder).Properties;

    /// <inheritdoc/>
    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>The app's settings.</summary>
    public ConfigurationManager Configuration => builder.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => builder.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => builder.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => builder.Metrics;

    /// <inheritdoc/>
    public IServiceCollection Services => builder.Services;

    internal bool AnswersHttp { get; set; }

    /// <summary>The app, ready to run; once per builder.</summary>
    /// <exception cref="InvalidOperationException">It was built before, or a function or setting is not one that can run.</exception>
    public IHost Build()
    {
        if (built)
            throw new InvalidOperationException("The application has already been built.");
        built = true;
        return RuntimeComposition.Build(builder, AnswersHttp);
    }

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull
        => ((IHostApplicationBuilder)builder).ConfigureContainer(factory, configure);
}
