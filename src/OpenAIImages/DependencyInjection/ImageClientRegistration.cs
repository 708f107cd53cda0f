using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAIImages.Diagnostics;
using OpenAIImages.Settings;
using OpenAIImages.Transport;

namespace OpenAIImages.DependencyInjection;

/// <summary>Adds a client to a container, with its options and its HTTP pipeline. An instance in the container marks a
/// registered name.</summary>
internal sealed class ImageClientRegistration(string httpClientName)
{
    private const string HttpClientName = "OpenAIImages";

    private string HttpClient { get; } = httpClientName;

    public static IHttpClientBuilder Add(
        IServiceCollection services, string? name, Action<ImageClientOptions>? configure)
    {
        if (configure is not null)
        {
            services.Configure(name ?? Options.DefaultName, configure);
        }

        return Add(services, name);
    }

    public static IHttpClientBuilder Add(IServiceCollection services, string? name, IConfiguration section)
    {
        var optionsName = name ?? Options.DefaultName;
        services.Configure<ImageClientOptions>(
            optionsName, options => OptionsBinder.Bind(section, options));
        services.AddSingleton<IOptionsChangeTokenSource<ImageClientOptions>>(
            new ConfigurationChangeTokenSource<ImageClientOptions>(optionsName, section));

        return Add(services, name);
    }

    /// <summary>Adds the clients for files and batches beside the client of the same name.</summary>
    public static IHttpClientBuilder AddBatches(IServiceCollection services, string? name)
    {
        var http = Add(services, name);
        if (name is null)
        {
            services.TryAddSingleton<IImageFileClient>(provider => CreateFileClient(provider, http.Name));
            services.TryAddSingleton<IImageBatchClient>(provider => CreateBatchClient(provider, http.Name));
        }
        else
        {
            services.TryAddKeyedSingleton<IImageFileClient>(
                name, (provider, _) => CreateFileClient(provider, http.Name));
            services.TryAddKeyedSingleton<IImageBatchClient>(
                name, (provider, _) => CreateBatchClient(provider, http.Name));
        }

        return http;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? name)
    {
        var httpClientName = name is null ? HttpClientName : $"{HttpClientName}:{name}";
        var http = services.AddHttpClient(httpClientName);
        if (services.Any(service => IsRegistrationOf(service, httpClientName)))
        {
            return http; // A second pipeline would retry the retries of the first.
        }

        services.AddSingleton(new ImageClientRegistration(httpClientName));
        var optionsName = name ?? Options.DefaultName;
        services.AddOptionsWithValidateOnStart<ImageClientOptions, OptionsValidator>(optionsName);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<ImageClientOptions>>(EnvironmentDefaults.ForThisProcess));
        services.AddKeyedSingleton(httpClientName, (provider, _) => new LiveOptions(
            provider.GetRequiredService<IOptionsMonitor<ImageClientOptions>>(), optionsName, LogOf(provider)));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<ImageClientOptions>, BudgetNameValidator>());
        services.AddKeyedSingleton(httpClientName, (provider, _) => CreateClient(provider, httpClientName));
        services.AddKeyedSingleton(httpClientName, (provider, _) => new ClientBudget(
            provider, optionsName, OptionsOf(provider, httpClientName)));
        AddPipeline(services, http);
        if (name is null)
        {
            services.TryAddSingleton(provider => WithBudget(provider, httpClientName));
            services.TryAddSingleton(provider => BudgetOf(provider, httpClientName).Budget);
            services.TryAddSingleton<IImageModelClient>(
                provider => CreateModelClient(provider, httpClientName));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => WithBudget(provider, httpClientName));
            services.TryAddKeyedSingleton(name, (provider, _) => BudgetOf(provider, httpClientName).Budget);
            services.TryAddKeyedSingleton<IImageModelClient>(
                name, (provider, _) => CreateModelClient(provider, httpClientName));
        }

        return http;
    }

    private static bool IsRegistrationOf(ServiceDescriptor service, string httpClientName)
        => service.ServiceType == typeof(ImageClientRegistration)
            && service.ImplementationInstance is ImageClientRegistration registration
            && registration.HttpClient == httpClientName;

    // Retries and time limits are inside all handlers of the user. The key is inside all handlers, and also inside the
    // loggers of the factory, which store the headers that they see.
    private static void AddPipeline(IServiceCollection services, IHttpClientBuilder http)
    {
        new HostResilience(provider => OptionsOf(provider, http.Name), LogOf).AddTo(services, http);
        http.ConfigureHttpClient(HttpPipeline.Configure).ConfigurePrimaryHttpMessageHandler(PrimaryHandler.Create);
        services.PostConfigure<HttpClientFactoryOptions>(http.Name, options =>
            options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.AdditionalHandlers.Add(
                HttpPipeline.CreateHandler(OptionsOf(handlers.Services, http.Name), LogOf(handlers.Services)))));
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(
            new InnermostFilter(http.Name, provider => OptionsOf(provider, http.Name))));
    }

    private static OpenAIImageClient CreateClient(IServiceProvider provider, string httpClientName)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();

        return new OpenAIImageClient(
            () => factory.CreateClient(httpClientName),
            OptionsOf(provider, httpClientName),
            LogOf(provider));
    }

    private static IImageClient WithBudget(IServiceProvider provider, string httpClientName)
        => BudgetOf(provider, httpClientName)
            .ApplyTo(provider.GetRequiredKeyedService<OpenAIImageClient>(httpClientName));

    private static ClientBudget BudgetOf(IServiceProvider provider, string httpClientName)
        => provider.GetRequiredKeyedService<ClientBudget>(httpClientName);

    private static OpenAIImageModelClient CreateModelClient(IServiceProvider provider, string httpClientName)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();

        return new OpenAIImageModelClient(
            () => factory.CreateClient(httpClientName), OptionsOf(provider, httpClientName));
    }

    private static OpenAIImageFileClient CreateFileClient(IServiceProvider provider, string httpClientName)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();

        return new OpenAIImageFileClient(
            () => factory.CreateClient(httpClientName), OptionsOf(provider, httpClientName), LogOf(provider));
    }

    private static OpenAIImageBatchClient CreateBatchClient(IServiceProvider provider, string httpClientName)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();

        return new OpenAIImageBatchClient(
            () => factory.CreateClient(httpClientName), OptionsOf(provider, httpClientName), LogOf(provider));
    }

    private static Func<ImageClientOptions> OptionsOf(IServiceProvider provider, string httpClientName)
        => provider.GetRequiredKeyedService<LiveOptions>(httpClientName).Current;

    private static Log LogOf(IServiceProvider provider)
        => Log.Create(provider.GetRequiredService<ILoggerFactory>());
}
