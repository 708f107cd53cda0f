using System.Collections.Concurrent;
using OpenAIImages.Diagnostics;

namespace OpenAIImages.Advice;

/// <summary>Tells people what the published facts say against their requests, as often as the options want.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ModelChecker(Log? log)
{
    // Findings name sizes and counts of the caller's choosing; a program that varies them must not fill memory.
    private const int MaxRemembered = 1_000;

    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <exception cref="ImageModelException">Something speaks against the request, and the options refuse
    /// such.</exception>
    public void Check(ImageRequest request, ImageClientOptions options)
    {
        // A warning that nobody hears need not be found.
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

        // That a model will be shut down some day is no reason to refuse today.
        var refused = findings
            .Where(finding => !finding.Contains("will be shut down", StringComparison.Ordinal))
            .ToList();
        if (options.ModelChecks == ImageModelChecks.Throw && refused.Count > 0)
        {
            throw new ImageModelException(refused);
        }

        foreach (var finding in findings)
        {
            if (_told.Count < MaxRemembered && _told.TryAdd(finding, true))
            {
                log?.Finding(finding);
                ImageEventSource.Shared.Finding(finding);
            }
        }
    }
}
