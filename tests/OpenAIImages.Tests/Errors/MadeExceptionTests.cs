using System.Net;

namespace OpenAIImages.Tests.Errors;

/// <summary>A user can make each exception in fakes.</summary>
public sealed class MadeExceptionTests
{
    public static TheoryData<ImageClientException> All =>
    [
        new ImageApiException(HttpStatusCode.BadRequest, "Not a size.") { PossiblyBilledAttempts = 1 },
        new ImageAuthenticationException(HttpStatusCode.Unauthorized) { PossiblyBilledAttempts = 1 },
        new ImageModerationException(HttpStatusCode.BadRequest) { PossiblyBilledAttempts = 1 },
        new ImageQuotaException(HttpStatusCode.PaymentRequired) { PossiblyBilledAttempts = 1 },
        new ImageRateLimitException(HttpStatusCode.TooManyRequests) { PossiblyBilledAttempts = 1 },
        new ImageTransportException("The connection was lost.") { PossiblyBilledAttempts = 1, IsTransient = true },
        new ImageCallRejectedException("too many wait.") { PossiblyBilledAttempts = 1 },
        new ImageDecodeException("data is not an array.", "data") { PossiblyBilledAttempts = 1 },
        new ImageDestinationException("the stream", "it is full.") { PossiblyBilledAttempts = 1 },
        new ImageInputException("image[0]", "it is empty.") { PossiblyBilledAttempts = 1 },
        new ImageLinkExpiredException("files.test", HttpStatusCode.Gone) { PossiblyBilledAttempts = 1 },
        new ImageModelException(["Too large."]) { PossiblyBilledAttempts = 1 },
        new ImageConfigurationException(["No key."]) { PossiblyBilledAttempts = 1 },
        new ImageBudgetException("nothing is left.") { PossiblyBilledAttempts = 1 },
        new ImageJournalException(ImageJournalFault.NotWritten, "The disk is full.") { PossiblyBilledAttempts = 1 },
        new ImageBatchException(ImageBatchProblem.UnknownOutcome, "It may exist.") { PossiblyBilledAttempts = 1 },
        new ImageWebhookException(ImageWebhookProblem.TooOld, "It is old.") { PossiblyBilledAttempts = 1 },
        new ImageSidecarException("cat.png.json", "the disk is full.") { PossiblyBilledAttempts = 1 },
    ];

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void An_exception_of_a_possibly_billed_call_is_never_transient(ImageClientException made)
    {
        Assert.True(made.MayHaveBeenBilled);
        Assert.False(made.IsTransient);
        Assert.EndsWith(" The image may have been made and billed.", made.Message);
    }

    [Fact]
    public void These_tests_cover_each_public_exception()
        => Assert.Equal(
            typeof(ImageClientException).Assembly.GetExportedTypes()
                .Where(type => type.IsSubclassOf(typeof(ImageClientException)) && !type.IsAbstract)
                .Select(type => type.Name).Order(),
            All.Select(row => row.Data.GetType().Name).Order());

    [Fact]
    public void A_custom_rate_limit_exception_says_how_long_to_wait()
    {
        var made = new ImageRateLimitException(HttpStatusCode.TooManyRequests, "Slow down.")
        {
            Code = "rate_limit_exceeded",
            RetryAfter = TimeSpan.FromSeconds(12),
        };

        Assert.True(made.IsTransient);
        Assert.Equal(
            "The service refused the request: Slow down. (status 429, code rate_limit_exceeded, request unknown). " +
                "Wait 00:00:12 before the next call.",
            made.Message);
    }
}
