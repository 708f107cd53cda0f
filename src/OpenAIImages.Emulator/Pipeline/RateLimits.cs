using System.Globalization;
using Microsoft.AspNetCore.Http;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Counts the requests and images of each key by the minute, writes the counts into headers, and refuses
/// requests beyond the limits of the options.</summary>
/// <remarks>A minute begins with the first request after the last minute ended. A refused request does not count
/// against the limits, except that a request refused for its images counts as a request.</remarks>
internal sealed class RateLimits(ImageEmulatorOptions options)
{
    // The headers show this limit when the options set no limit. It refuses no request.
    private const int Usual = 10_000;

    // Any text is a key by default, so keys whose minute has ended are dropped from time to time.
    private const int MostKeys = 1_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (ApiRoute.Of(context) is { IsMetered: true })
        {
            context.Response.OnStarting(() =>
            {
                Describe(context);

                return Task.CompletedTask;
            });
            TakeRequest(context);
        }

        return next(context);
    }

    /// <summary>Counts the images that a request asks for.</summary>
    /// <exception cref="ApiException">The images exceed the limit.</exception>
    public void TakeImages(HttpContext context, string model, int count)
    {
        lock (_lock)
        {
            var window = Find(context);
            RefuseBeyond(context, options.ImagesPerMinute, "images", model, window, window.Images, count);
            window.Images += count;
        }
    }

    private void TakeRequest(HttpContext context)
    {
        lock (_lock)
        {
            var window = Find(context);
            if (window.Requests >= options.RequestsPerMinute)
            {
                var model = RequestJournal.Current(context).Model ?? options.DefaultModel ?? "unknown";
                RefuseBeyond(context, options.RequestsPerMinute, "requests", model, window, window.Requests, 1);
            }

            window.Requests++;
        }
    }

    private Window Find(HttpContext context)
    {
        var key = KeyGate.KeyOf(context.Request.Headers);
        var now = options.TimeProvider.GetUtcNow();
        if (_windows.TryGetValue(key, out var window) && now < window.Ends)
        {
            return window;
        }

        if (_windows.Count >= MostKeys)
        {
            foreach (var (ended, _) in _windows.Where(one => one.Value.Ends <= now).ToArray())
            {
                _windows.Remove(ended);
            }
        }

        return _windows[key] = new Window(now + Minute);
    }

    private void RefuseBeyond(
        HttpContext context, int? limit, string dimension, string model, Window window, int used, int asked)
    {
        if (limit is not { } most || used + asked <= most)
        {
            return;
        }

        var wait = window.Ends - options.TimeProvider.GetUtcNow();
        var canEverPass = asked <= most;
        var advice = canEverPass ? ReadyFaults.RetryAfter(wait) : new() { ["x-should-retry"] = "false" };
        foreach (var (name, value) in advice)
        {
            context.Response.Headers[name] = value;
        }

        throw new ApiException(new ApiError(string.Create(
            CultureInfo.InvariantCulture,
            $"Rate limit reached for {model} in organization {ReplyHeaders.Organization} on {dimension} per min: " +
            $"Limit {most}, Used {used}, Requested {asked}.") +
            (canEverPass ? $" Please try again in {GoDuration.Format(wait)}." : ""))
        {
            Status = StatusCodes.Status429TooManyRequests,
            Type = dimension,
            Code = "rate_limit_exceeded",
        });
    }

    private void Describe(HttpContext context)
    {
        lock (_lock)
        {
            var window = Find(context);
            var reset = GoDuration.Format(window.Ends - options.TimeProvider.GetUtcNow());
            var headers = context.Response.Headers;
            Describe(headers, "requests", options.RequestsPerMinute ?? Usual, window.Requests, reset);
            Describe(headers, "images", options.ImagesPerMinute ?? Usual, window.Images, reset);
        }
    }

    // A fault may have set these headers already; its values stay.
    private static void Describe(IHeaderDictionary headers, string dimension, int limit, int used, string reset)
    {
        headers.TryAdd($"x-ratelimit-limit-{dimension}", limit.ToString(CultureInfo.InvariantCulture));
        headers.TryAdd(
            $"x-ratelimit-remaining-{dimension}", Math.Max(0, limit - used).ToString(CultureInfo.InvariantCulture));
        headers.TryAdd($"x-ratelimit-reset-{dimension}", reset);
    }

    private sealed class Window(DateTimeOffset ends)
    {
        public DateTimeOffset Ends { get; } = ends;

        public int Requests { get; set; }

        public int Images { get; set; }
    }
}
