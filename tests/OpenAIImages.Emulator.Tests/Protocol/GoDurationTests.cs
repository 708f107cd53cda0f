using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Tests.Protocol;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData(0, "0ms")]
    [InlineData(0.2, "1ms")]
    [InlineData(120, "120ms")]
    [InlineData(1_000, "1s")]
    [InlineData(1_500, "1.5s")]
    [InlineData(59_999, "59.999s")]
    [InlineData(60_000, "1m0s")]
    [InlineData(361_250, "6m1.25s")]
    public void Times_are_written_as_the_service_writes_them(double milliseconds, string text)
        => Assert.Equal(text, GoDuration.Format(TimeSpan.FromMilliseconds(milliseconds)));
}
