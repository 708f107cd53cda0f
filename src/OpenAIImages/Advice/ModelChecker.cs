using System.Collections.Concurrent;
using OpenAIImages.Diagnostics;

namespace OpenAIImages.Advice;

/// <summary>Logs the advice about a request or refuses the request, according to
/// <see cref="ImageClientOptions.ModelChecks"/>.</summary>
/// <remarks>The checker is safe for concurrent use.</remarks>
internal sealed class ModelChecker(Log? log)
{
    // The sentences name sizes and counts that the caller chooses. A program that varies them must not fill the memory.
    private const int MaxRemembered = 1_000;

    private readonly ConcurrentDictionary<string, bool> _logged = new(StringComparer.Ordinal);

    /// <summary>Checks a request.</summary>
    /// <exception cref="ImageModelException">The request contradicts published facts, and the options refuse such
    /// requests.</exception>
    public void Check(ImageRequest request, ImageClientOptions options)
    {
        // The checker skips the search for warnings when there is no listener.
        if (options.ModelChecks == ImageModelChecks.Off
            || (options.ModelChecks == ImageModelChecks.Warn
                && log is not { IsEnabled: true } && !ImageEventSource.HasListeners()))
        {
            return;
        }

        var findings = ModelAdvice.Check(request, options.TimeProvider.GetUtcNow());
        if (findings.Count == 0)
        {
            return;
        }

        // A model that will be shut down some day still works today.
        var refused = findings
            .Where(finding => !finding.Contains("will be shut down", StringComparison.Ordinal))
            .ToList();
        if (options.ModelChecks == ImageModelChecks.Throw && refused.Count > 0)
        {
            throw new ImageModelException(refused);
        }

        foreach (var finding in findings)
        {
            if (_logged.Count < MaxRemembered && _logged.TryAdd(finding, true))
            {
                log?.Finding(finding);
                ImageEventSource.Shared.Finding(finding);
            }
        }
    }
}
