namespace OpenAIImages.Tests.Support;

/// <summary>Makes one whole call of a client to a <see cref="ScriptedService"/>; its waits take no time.</summary>
internal static class PaidCall
{
    public const string Made = """{"created":1713833628,"data":[{"b64_json":"iVBORw=="}]}""";

    /// <summary>Makes an image, or the call that is given.</summary>
    /// <returns>The result; <see langword="null"/> for a call that is given.</returns>
    public static async Task<ImageResult?> MakeAsync(
        ScriptedService service, Action<ImageClientOptions>? configure = null, Func<IImageClient, Task>? call = null)
    {
        var clock = new WaitingClock();
        var options = new ImageClientOptions
        {
            ApiKey = FakeService.Key,
            Endpoint = new Uri("https://fake.test/v1"),
            TimeProvider = clock,
        };
        configure?.Invoke(options);
        using var client = new OpenAIImageClient(options, service);

        return await clock.RunAsync(MakeAsync(client, call));
    }

    /// <summary>Asserts that a failure ends the call at once, and whether it may have been billed.</summary>
    public static async Task IsNotRepeatedAsync(
        Func<ScriptedService, ScriptedService> fail,
        bool billed,
        Action<ImageClientOptions>? configure = null,
        Func<IImageClient, Task>? call = null)
    {
        using var service = fail(new ScriptedService()).Reply(200, Made);

        var fault = await Assert.ThrowsAnyAsync<ImageClientException>(() => MakeAsync(service, configure, call));

        Assert.Equal((1, billed), (service.Attempts, fault.MayHaveBeenBilled));
        Assert.Equal(billed ? 1 : 0, fault.PossiblyBilledAttempts);
        Assert.False(fault is { IsTransient: true, MayHaveBeenBilled: true });
        Assert.Equal(
            billed, fault.Message.EndsWith("The image may have been made and billed.", StringComparison.Ordinal));
    }

    /// <summary>Asserts that a failure is repeated once and that the next attempt makes the image.</summary>
    public static async Task IsRepeatedAsync(
        Func<ScriptedService, ScriptedService> fail, int billed, Action<ImageClientOptions>? configure = null)
    {
        using var service = fail(new ScriptedService()).Reply(200, Made);

        var result = await MakeAsync(service, configure);

        Assert.Equal((2, billed), (service.Attempts, result!.PossiblyBilledAttempts));
    }

    private static async Task<ImageResult?> MakeAsync(IImageClient client, Func<IImageClient, Task>? call)
    {
        if (call is null)
        {
            return await client.GenerateAsync("a red fox", TestContext.Current.CancellationToken);
        }

        await call(client);

        return null;
    }
}
