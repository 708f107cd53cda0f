using OpenAIImages;

namespace Docs.Guides.TestingYourCode;

public sealed class Poster(IImageClient images)
{
    public async Task<string> DrawAsync(string words, CancellationToken stop = default)
    {
        try
        {
            var result = await images.GenerateAsync(new GenerateImageRequest(words), stop);

            return $"{result.Images[0].Length} bytes";
        }
        catch (ImageModerationException refused)
        {
            return $"Please change the words: {string.Join(", ", refused.Categories)}";
        }
        catch (ImageRateLimitException busy)
        {
            return $"Please come back in {busy.RetryAfter?.TotalSeconds ?? 60} s";
        }
        catch (ImageQuotaException)
        {
            return "We have run out of credit";
        }
        catch (ImageClientException lost) when (lost.MayHaveBeenBilled)
        {
            return $"We are asking after call {lost.ClientRequestId}";
        }
    }

    public async Task<int> DrawSlowlyAsync(string words, CancellationToken stop = default)
    {
        var previews = 0;
        var request = new GenerateImageRequest(words) { PartialImages = 2 };
        await foreach (var item in images.GenerateStreamingAsync(request, stop))
        {
            previews += item is PartialImageEvent ? 1 : 0;
        }

        return previews;
    }
}
