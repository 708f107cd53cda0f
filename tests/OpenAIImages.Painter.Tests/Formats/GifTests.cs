using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Formats;

public sealed class GifTests
{
    [Theory]
    [InlineData(2, 20, 20)]
    [InlineData(9, 200, 200)]
    [InlineData(16, 1_234, 1_230)]
    public void A_gif_has_the_requested_frames_times_and_size(int frames, int milliseconds, int shown)
    {
        var picture = Painting.Paint(Request("a bird over the sea", 96, 64) with
        {
            FrameCount = frames,
            FrameDuration = TimeSpan.FromMilliseconds(milliseconds),
        });

        using var codec = SKCodec.Create(new MemoryStream(picture.Bytes.ToArray()));

        Assert.Equal(SKEncodedImageFormat.Gif, codec.EncodedFormat);
        Assert.Equal((96, 64, frames), (codec.Info.Width, codec.Info.Height, codec.FrameCount));
        Assert.All(codec.FrameInfo, frame => Assert.Equal(shown, frame.Duration));
        Assert.Equal(-1, codec.RepetitionCount);
    }

    [Theory]
    [InlineData("a cat in a meadow")]
    [InlineData("a house")]
    [InlineData("a sailboat on the sea")]
    [InlineData("snow in the mountains")]
    [InlineData("a castle at night")]
    [InlineData("an apple on a table")]
    [InlineData("a city in the rain")]
    public void Each_scene_moves_in_some_places_and_rests_in_most(string prompt)
    {
        var frames = Frames(Painting.Paint(Request(prompt, 128, 128)));

        var moved = frames.Skip(1).Select(frame => Differing(frames[0], frame)).ToList();

        Assert.Contains(moved, share => share > 0.002);
        Assert.All(moved, share => Assert.InRange(share, 0, 0.95));
    }

    [Theory]
    [InlineData("a house, line icon")]
    [InlineData("a cup of coffee, line icon")]
    [InlineData("a rocket logo")]
    [InlineData("a logo of a key")]
    [InlineData("a logo that says \"NOVA\"")]
    [InlineData("a sign that says \"OPEN\", line icon")]
    [InlineData("一个台灯图标")]
    public void A_still_subject_on_a_sheet_or_badge_moves_too(string prompt)
    {
        var frames = Frames(Painting.Paint(Request(prompt, 128, 128)));

        Assert.Contains(frames.Skip(1), frame => Differing(frames[0], frame) > 0.002);
    }

    [Fact]
    public void The_same_request_gives_the_same_gif()
    {
        var request = Request("a dog in the snow", 80, 80);

        Assert.Equal(Painting.Paint(request).Bytes.ToArray(), Painting.Paint(request).Bytes.ToArray());
    }

    [Fact]
    public void A_transparent_subject_leaves_no_trail()
    {
        var frames = Frames(Painting.Paint(Request("a cat", 96, 96) with { Transparent = true }));

        Assert.All(frames, frame =>
        {
            Assert.Equal(0, frame[0].Alpha);
            Assert.InRange(frame.Count(pixel => pixel.Alpha == 255), 96 * 96 / 30, 96 * 96 * 9 / 10);
        });
    }

    [Fact]
    public void Frames_of_few_colours_are_read_back_almost_unchanged()
    {
        var frames = Enumerable.Range(0, 3).Select(Stripes).ToList();

        var read = Frames(GifEncoder.Encode(frames, TimeSpan.FromMilliseconds(50)), frames[0].Width);

        for (var frame = 0; frame < frames.Count; frame++)
        {
            Assert.All(Enumerable.Range(0, read[frame].Length), pixel => Assert.InRange(
                Math.Abs(read[frame][pixel].Red - frames[frame].Bytes[pixel * 4]), 0, 9));
        }
    }

    [Fact]
    public void Noise_that_fills_the_table_of_codes_is_read_back_almost_unchanged()
    {
        var noise = new Pixels(300, 200);
        var state = 1u;
        for (var at = 0; at < noise.Bytes.Length; at++)
        {
            state = state * 1_664_525 + 1_013_904_223;
            noise.Bytes[at] = at % 4 == 3 ? (byte)255 : (byte)((state >> 24) / 64 * 85);
        }

        var read = Frames(GifEncoder.Encode([noise], TimeSpan.FromMilliseconds(50)), 300)[0];

        Assert.All(Enumerable.Range(0, read.Length), pixel
            => Assert.InRange(Math.Abs(read[pixel].Green - noise.Bytes[pixel * 4 + 1]), 0, 20));
    }

    [Fact]
    public void Counts_and_times_that_a_gif_cannot_hold_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureRequest("a cat") { FrameCount = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureRequest("a cat") { FrameCount = 17 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureRequest("a cat") { FrameDuration = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new PictureRequest("a cat") { FrameDuration = TimeSpan.FromMinutes(11) });
    }

    private static PictureRequest Request(string prompt, int width, int height)
        => new(prompt) { Width = width, Height = height, Format = PictureFormat.Gif };

    private static Pixels Stripes(int shift)
    {
        var pixels = new Pixels(64, 48);
        for (var pixel = 0; pixel < 64 * 48; pixel++)
        {
            var band = (byte)((pixel % 64 + shift * 5) / 8 * 28);
            new[] { band, (byte)(255 - band), (byte)40, (byte)255 }.CopyTo(pixels.Bytes, pixel * 4);
        }

        return pixels;
    }

    private static List<SKColor[]> Frames(Picture picture) => Frames(picture.Bytes.ToArray(), picture.Width);

    private static List<SKColor[]> Frames(byte[] file, int width)
    {
        using var codec = SKCodec.Create(new MemoryStream(file));
        var info = new SKImageInfo(width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        Assert.Equal(width, codec.Info.Width);

        return [.. Enumerable.Range(0, Math.Max(1, codec.FrameCount)).Select(frame =>
        {
            using var bitmap = new SKBitmap(info);
            Assert.Equal(SKCodecResult.Success, codec.GetPixels(info, bitmap.GetPixels(), new SKCodecOptions(frame)));

            return bitmap.Pixels;
        })];
    }

    private static double Differing(SKColor[] one, SKColor[] other)
        => one.Zip(other).Count(pair => Math.Abs(pair.First.Green - pair.Second.Green) > 12) / (double)one.Length;
}
