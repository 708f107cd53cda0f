using System.Net;

namespace OpenAIImages.Tests.Snippets;

/// <summary>Code of a user that calls the client and must know which calls may have been billed.</summary>
internal sealed class Poster(IImageClient images)
{
    public List<string?> CallsToAskAbout { get; } = [];

    public async Task<string> DrawAsync(string words, CancellationToken cancellationToken)
    {
        try
        {
            var result = await images.GenerateAsync(words, cancellationToken);

            return $"{result.Images.Count} images";
        }
        catch (ImageRateLimitException e) when (e.Status == HttpStatusCode.TooManyRequests)
        {
            return $"come back in {e.RetryAfter?.TotalSeconds} s";
        }
        catch (ImageClientException e) when (e.MayHaveBeenBilled)
        {
            CallsToAskAbout.Add(e.ClientRequestId);

            return $"{e.PossiblyBilledAttempts} may have been billed";
        }
        catch (ImageCallCanceledException e) when (e.MayHaveBeenBilled)
        {
            CallsToAskAbout.Add(e.ClientRequestId);

            return "left behind";
        }
    }
}
