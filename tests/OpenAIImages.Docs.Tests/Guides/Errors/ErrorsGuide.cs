using Docs.Support;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.Errors;

public sealed class ErrorsGuide(OfflineService service) : Guide(service)
{
    public static TheoryData<EmulatorFault, Type> Faults => new()
    {
        { EmulatorFault.Moderation("violence"), typeof(ImageModerationException) },
        { EmulatorFault.RateLimit(TimeSpan.FromHours(1)), typeof(ImageRateLimitException) },
        { EmulatorFault.Quota(), typeof(ImageQuotaException) },
        { EmulatorFault.Authentication(), typeof(ImageAuthenticationException) },
        { new EmulatorFault { Status = 400, Code = "invalid_value", Parameter = "size" }, typeof(ImageApiException) },
        { EmulatorFault.Disconnect(), typeof(ImageTransportException) },
        { EmulatorFault.BrokenBase64(), typeof(ImageDecodeException) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_of_the_service_is_caught_by_its_own_type(EmulatorFault fault, Type type)
    {
        using var failure = Emulator.Fail(fault, times: 1);

        Assert.Equal(type, (await CatchAsync(Client, "a red fox in the snow"))?.GetType());
    }

    [Fact]
    public async Task A_rejected_call_is_caught_by_its_own_type()
    {
        // All clients of one key share the limit, so this one has a key of its own.
        var options = new ImageClientOptions { ApiKey = "sk-of-one-image", Endpoint = Emulator.Endpoint };
        options.UseRateLimit(imagesPerMinute: 1).RateLimit.MaxQueuedImages = 0;
        using var client = new OpenAIImageClient(options);
        await client.GenerateAsync("a red fox in the snow");

        Assert.IsType<ImageCallRejectedException>(await CatchAsync(client, "a red fox in the snow"));
    }

    [Fact]
    public void Wrong_options_are_caught_with_all_of_their_faults()
    {
        var said = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);

        try
        {
            using var client = new OpenAIImageClient(new ImageClientOptions { MaxRetries = -1, MaxReplyBytes = 0 });
        }
        catch (ImageConfigurationException wrong)
        {
            foreach (var fault in wrong.Faults)
            {
                Console.WriteLine(fault);
            }
        }
        finally
        {
            Console.SetOut(said);
        }

        Assert.Equal(2, written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static async Task<Exception?> CatchAsync(IImageClient client, string prompt)
    {
        Exception? caught = null;
        try
        {
            await client.GenerateAsync(prompt);
        }
        catch (Exception e) when (Note(e))
        {
        }
        catch (ImageModerationException refused)
        {
            Console.WriteLine($"Stopped at the {refused.Stage}: {string.Join(", ", refused.Categories)}");
        }
        catch (ImageRateLimitException busy)
        {
            var left = busy.RateLimits?.Images?.Remaining;
            Console.WriteLine($"Call again in {busy.RetryAfter}; {left} images are left.");
        }
        catch (ImageQuotaException spent)
        {
            Console.WriteLine($"Tell whoever pays: {spent.Code}");
        }
        catch (ImageAuthenticationException wrong)
        {
            Console.WriteLine($"{(int)wrong.Status}, {wrong.Code}: set another key, or choose another model.");
        }
        catch (ImageApiException refused)
        {
            Console.WriteLine($"{(int)refused.Status} {refused.Code}: {refused.Reason}");
            Console.WriteLine($"Field: {refused.Parameter}. Request, for the support: {refused.RequestId}.");
        }
        catch (ImageCallRejectedException held)
        {
            Console.WriteLine($"Not sent. Call again in {held.RetryAfter}.");
        }
        catch (ImageTransportException lost)
        {
            Console.WriteLine(lost.MayHaveBeenBilled ? "The outcome is unknown." : "Nothing was bought.");
        }
        catch (ImageDecodeException)
        {
            // The guide has no code for it.
        }

        return caught;

        bool Note(Exception exception)
        {
            caught = exception;

            return false;
        }
    }
}
