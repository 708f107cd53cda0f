using System.Globalization;
using Microsoft.AspNetCore.Http;
using OpenAIImages.Emulator.Protocol;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Counts requests and images by the minute, and says so in the headers. It refuses nobody.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private const int RequestsPerMinute = 10_000;
    private const int ImagesPerMinute = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private DateTimeOffset _windowEnds;
    private int _requests;
    private int _images;

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (ApiRoute.Of(context) is { IsMetered: true })
        {
            Take(requests: 1, images: 0);
            context.Response.OnStarting(() =>
            {
                Describe(context.Response.Headers);

                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    public void TakeImages(int count) => Take(requests: 0, count);

    private void Take(int requests, int images)
    {
        lock (_lock)
        {
            BeginWindowIfOver();
            _requests += requests;
            _images += images;
        }
    }

    private void BeginWindowIfOver()
    {
        var now = time.GetUtcNow();
        if (now >= _windowEnds)
        {
            _windowEnds = now + Window;
            _requests = 0;
            _images = 0;
        }
    }

    private void Describe(IHeaderDictionary headers)
    {
        lock (_lock)
        {
            BeginWindowIfOver();
            var reset = GoDuration.Format(_windowEnds - time.GetUtcNow());
            Describe(headers, "requests", RequestsPerMinute, _requests, reset);
            Describe(headers, "images", ImagesPerMinute, _images, reset);
        }
    }

    private static void Describe(IHeaderDictionary headers, string dimension, int limit, int used, string reset)
    {
        headers[$"x-ratelimit-limit-{dimension}"] = limit.ToString(CultureInfo.InvariantCulture);
        headers[$"x-ratelimit-remaining-{dimension}"] =
            Math.Max(0, limit - used).ToString(CultureInfo.InvariantCulture);
        headers[$"x-ratelimit-reset-{dimension}"] = reset;
    }
}
