using System.Diagnostics;
using System.Diagnostics.Metrics;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>The tokens of one call. A stream reports tokens for each image, so this type adds them up.</summary>
internal struct TokenSums
{
    private long? _input;
    private long? _textInput;
    private long? _imageInput;
    private long? _cachedInput;
    private long? _output;
    private long? _textOutput;
    private long? _imageOutput;

    /// <summary>Gets all input tokens; <see langword="null"/> when the service did not count.</summary>
    public readonly long? Input => _input ?? Plus(_textInput, _imageInput);

    /// <summary>Gets all output tokens; <see langword="null"/> when the service did not count.</summary>
    public readonly long? Output => _output ?? Plus(_textOutput, _imageOutput);

    public void Add(ImageUsage? usage)
    {
        _input = Plus(_input, usage?.InputTokens);
        _textInput = Plus(_textInput, usage?.InputDetails?.TextTokens);
        _imageInput = Plus(_imageInput, usage?.InputDetails?.ImageTokens);
        _cachedInput = Plus(_cachedInput, usage?.InputDetails?.CachedTokens);
        _output = Plus(_output, usage?.OutputTokens);
        _textOutput = Plus(_textOutput, usage?.OutputDetails?.TextTokens);
        _imageOutput = Plus(_imageOutput, usage?.OutputDetails?.ImageTokens);
    }

    public readonly void Describe(Activity activity)
    {
        activity.SetKnownTag(Tag.InputTokens, Input);
        activity.SetKnownTag(Tag.TextInputTokens, _textInput);
        activity.SetKnownTag(Tag.ImageInputTokens, _imageInput);
        activity.SetKnownTag(Tag.CachedInputTokens, _cachedInput);
        activity.SetKnownTag(Tag.OutputTokens, Output);
        activity.SetKnownTag(Tag.TextOutputTokens, _textOutput);
        activity.SetKnownTag(Tag.ImageOutputTokens, _imageOutput);
    }

    public readonly void Record(Instruments instruments, in TagList tags)
    {
        instruments.RecordTokens(Input, Output, tags);
        Record(instruments.InputUsage, Input, _textInput, _imageInput, tags);
        Record(instruments.OutputUsage, Output, _textOutput, _imageOutput, tags);
        Record(instruments.CachedUsage, _cachedInput, TagValue.Unknown, tags);
    }

    // Tokens that the service does not assign to text or images have an unknown modality. So have the 0 tokens of a
    // call without usage, since failed calls must appear in the count by the conventions.
    private static void Record(Counter<long> counter, long? total, long? text, long? image, in TagList tags)
    {
        Record(counter, text, TagValue.Text, tags);
        Record(counter, image, TagValue.Image, tags);
        var unknown = (total ?? 0) - (text ?? 0) - (image ?? 0);
        if (unknown > 0 || (text ?? image) is null)
        {
            Record(counter, Math.Max(unknown, 0), TagValue.Unknown, tags);
        }
    }

    private static void Record(Counter<long> counter, long? count, string modality, TagList tags)
    {
        if (count is { } known)
        {
            tags.Add(Tag.TokenModality, modality);
            counter.Add(known, tags);
        }
    }

    // The method ignores a negative count of a faulty server, since a counter must not decrease.
    private static long? Plus(long? sum, long? more) => more is >= 0 and var known ? (sum ?? 0) + known : sum;
}
