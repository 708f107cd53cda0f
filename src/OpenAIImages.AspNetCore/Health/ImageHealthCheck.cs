using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OpenAIImages.AspNetCore.Health;

/// <summary>Asks a service for its models, and checks the shutdown dates of the models in use.</summary>
/// <remarks>All callers share one check at a time, and its outcome is kept for a while. Safe for concurrent use.
/// </remarks>
internal sealed class ImageHealthCheck(
    IImageModelClient client, Func<ImageClientOptions> clientOptions, ImageHealthCheckOptions options) : IHealthCheck
{
    private readonly object _turn = new();
    private Task<HealthCheckResult>? _check;
    private long _ended;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
        => Join().WaitAsync(cancellationToken);

    // A caller may stop waiting. The check continues for the other callers.
    private Task<HealthCheckResult> Join()
    {
        lock (_turn)
        {
            var time = clientOptions().TimeProvider;
            if (_check is null || (_check.IsCompleted && time.GetElapsedTime(_ended) >= options.KeepFor))
            {
                _check = Task.Run(() => RunAsync(time));
            }

            return _check;
        }
    }

    private async Task<HealthCheckResult> RunAsync(TimeProvider time)
    {
        try
        {
            return await AskAsync(time).ConfigureAwait(false);
        }
        finally
        {
            _ended = time.GetTimestamp();
        }
    }

    private async Task<HealthCheckResult> AskAsync(TimeProvider time)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        try
        {
            var models = await client.ListAsync(limit.Token).ConfigureAwait(false);

            return Judge(models, time.GetUtcNow());
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            return new(options.FailureStatus, $"The image service did not answer within {options.Timeout}.", e);
        }
        catch (ImageClientException e)
        {
            var problem = e.ToProblemDetails();

            return new(options.FailureStatus, $"{problem.Title} {problem.Detail}", e, DataOf(problem.Extensions));
        }
    }

    private HealthCheckResult Judge(IReadOnlyList<ImageServiceModel> models, DateTimeOffset now)
    {
        var data = new Dictionary<string, object> { ["models"] = models.Count };
        var warnings = new List<string>();
        foreach (var name in ModelsInUse())
        {
            var listed = models.FirstOrDefault(model => model.Id == name);
            var known = ImageModelCatalog.Find(name);
            var shutdown = listed?.ShutdownDate ?? known?.ShutdownDate;
            data[name.ToString()] = (listed is null ? "not listed" : "listed") +
                (shutdown is { } day ? $"; shut down on {day:yyyy-MM-dd}" : "");
            if (shutdown - now <= options.ShutdownNotice)
            {
                warnings.Add(
                    $"{name} {(shutdown > now ? "is" : "was")} shut down on {shutdown:yyyy-MM-dd}" +
                    (known?.Replacement is { } replacement ? $"; use {replacement}." : "."));
            }
        }

        return warnings.Count == 0
            ? HealthCheckResult.Healthy($"The image service has {models.Count} models.", data)
            : HealthCheckResult.Degraded(string.Join(' ', warnings), exception: null, data);
    }

    private IReadOnlyCollection<ImageModel> ModelsInUse()
    {
        if (options.Models.Count > 0)
        {
            return options.Models;
        }

        var current = clientOptions();

        return current.Model is { } model && model != default ? [model]
            : IsOpenAI(current.Endpoint) ? [ImageModel.GptImage2]
            : [];
    }

    private static bool IsOpenAI(Uri endpoint)
        => endpoint.IsAbsoluteUri
            && (endpoint.IdnHost.Equals("api.openai.com", StringComparison.OrdinalIgnoreCase)
                || endpoint.IdnHost.EndsWith(".api.openai.com", StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, object> DataOf(IDictionary<string, object?> members)
        => members
            .Where(member => member.Value is not null)
            .ToDictionary(member => member.Key, member => member.Value!);
}
