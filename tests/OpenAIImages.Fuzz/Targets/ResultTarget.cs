using OpenAIImages.Decoders;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>Whole replies. Any split of the bytes gives the same images, equal to those of the platform's own
/// parsers, or one of two exceptions.</summary>
internal sealed class ResultTarget : IFuzzTarget
{
    private static readonly string?[] MediaTypes =
        [null, "application/json", "application/json", "text/plain", "text/html", "image/png"];

    public string Name => "result";

    public IReadOnlyList<string> Dictionary => Words.Json;

    public void Check(byte[] input, Random random)
    {
        var count = random.Next(1, 3);
        var length = random.Next(2) == 0 ? input.Length : default(long?);
        var mediaType = MediaTypes[random.Next(MediaTypes.Length)];
        var facts = Replies.Describe(count, mediaType, length);
        var (result, whole) = AllocationLimit.Hold(
            input.Length, () => Read(new PieceStream(input, 0, random), facts));
        var (_, pieces) = Read(new PieceStream(input, random.Next(1, 40), random), Replies.Describe(count, mediaType));
        BrokenPromiseException.UnlessSame(whole, pieces, "The pieces of the body do not change the result.");
        CheckDestination(input, random, facts, whole);
        if (!BodySniffer.IsImage(BodySniffer.TrimStart(input), facts.MediaType))
        {
            CheckReference(input, result, whole);
        }
    }

    private static void CheckDestination(byte[] input, Random random, AnsweredCall facts, string whole)
    {
        var collected = new Collected();
        var (_, saved) = Read(
            new PieceStream(input, random.Next(1, 200), random),
            facts with { Destination = collected.Destination },
            result => result with { Images = [.. result.Images.Select(collected.Whole)] });
        BrokenPromiseException.UnlessSame(whole, saved, "A destination gets the same images as the caller.");
    }

    private static void CheckReference(byte[] input, ImageResult? result, string whole)
    {
        var json = input.AsSpan().StartsWith("\uFEFF"u8) ? input[3..] : input;
        if (ResultReference.TryRead(json) is not { } expected)
        {
            // Our parser reads malformed JSON as far as possible. The reference cannot, so the check compares nothing.
            return;
        }

        if (expected.IsDoubtful)
        {
            return;
        }

        if (result is null)
        {
            BrokenPromiseException.Unless(
                expected.IsBroken || !expected.HasImages, $"A valid reply is read.\n  {whole}");

            return;
        }

        BrokenPromiseException.Unless(!expected.IsBroken, $"A broken reply is refused.\n  {whole}");
        BrokenPromiseException.UnlessSame(
            string.Join('|', expected.Pictures.Select(bytes => Convert.ToBase64String(bytes ?? []))),
            string.Join('|', result.Images.Select(image => Convert.ToBase64String(image.Bytes.Span))),
            "Pictures are those that the platform's parsers read.");
    }

    private static (ImageResult? Result, string Description) Read(
        Stream body, AnsweredCall facts, Func<ImageResult, ImageResult>? complete = null)
    {
        try
        {
            using var buffer = new ByteWindow(body, facts.Limit);
            var result = ResultDecoder.DecodeAsync(buffer, facts, default).AsTask().GetAwaiter().GetResult();

            return (result, Description.Of(complete?.Invoke(result) ?? result));
        }
        catch (Exception e) when (e is ImageDecodeException or ImageApiException)
        {
            Secrets.EnsureNoneIn(e);

            return (null, Description.Of(e));
        }
    }
}
