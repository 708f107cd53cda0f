using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The tokens that a picture costs, by quality and shape.</summary>
/// <remarks>
/// <para>For the models before gpt-image-2, OpenAI has published the numbers for 1024x1024, 1024x1536 and 1536x1024:
/// the table of gpt-image-1, which 1.5 uses too, and the prices of gpt-image-1-mini. These models make no other sizes.
/// </para>
/// <para>For gpt-image-2 and later, a formula gives the numbers for every size. Its factors are known for 2 and 2.5.
/// According to users, 2.6 counts like 2.5, but three and a half times as much at low and medium quality.</para>
/// <para>Models that are not OpenAI's count like gpt-image-2: no number is known for all of them.</para>
/// <para>Only 1.5 bills text as output: two tokens for each token of the prompt. That number is made up.</para>
/// </remarks>
internal sealed class OutputTokens
{
    /// <summary>The token cost of each unfinished state in a stream.</summary>
    public const int PartialImage = 100;

    private readonly Func<string, PictureSize, double> _count;

    private OutputTokens(Func<string, PictureSize, double> count) => _count = count;

    public static OutputTokens GptImage1 { get; } = Table(new()
    {
        ["low"] = (272, 408, 400),
        ["medium"] = (1_056, 1_584, 1_568),
        ["high"] = (4_160, 6_240, 6_208),
    });

    public static OutputTokens GptImage15 { get; } = new(GptImage1._count) { TextPerPromptToken = 2 };

    public static OutputTokens GptImage1Mini { get; } = Table(new()
    {
        ["low"] = (625, 750, 750),
        ["medium"] = (1_375, 1_875, 1_875),
        ["high"] = (4_500, 6_500, 6_500),
    });

    public static OutputTokens GptImage2 { get; } = Formula(new()
    {
        ["low"] = 16,
        ["medium"] = 48,
        ["high"] = 96,
    });

    public static OutputTokens GptImage25 { get; } = Formula(new()
    {
        ["low"] = 16,
        ["medium"] = 24,
        ["high"] = 48,
        ["xhigh"] = 64,
        ["max"] = 96,
    });

    public static OutputTokens GptImage26 { get; } = new(
        (quality, size) => GptImage25._count(quality, size) * (quality is "low" or "medium" ? 3.5 : 1));

    /// <summary>Gets the tokens of models that are not OpenAI's: the numbers of gpt-image-2, for the qualities of all
    /// models.</summary>
    public static OutputTokens Compatible { get; } = Formula(new()
    {
        ["low"] = 16,
        ["medium"] = 48,
        ["standard"] = 48,
        ["high"] = 96,
        ["hd"] = 96,
        ["xhigh"] = 96,
        ["max"] = 96,
    });

    /// <summary>Gets the number of output tokens of text that a picture costs for each token of the prompt.</summary>
    public int TextPerPromptToken { get; private init; }

    /// <summary>Counts the tokens of one picture.</summary>
    public int Count(string quality, PictureSize size) => (int)Math.Ceiling(_count(quality, size));

    private static OutputTokens Table(Dictionary<string, (int Square, int Portrait, int Landscape)> byQuality)
        => new((quality, size) => size.Width == size.Height ? byQuality[quality].Square
            : size.Width < size.Height ? byQuality[quality].Portrait
            : byQuality[quality].Landscape);

    private static OutputTokens Formula(Dictionary<string, long> factors) => new((quality, size) =>
    {
        var factor = factors[quality];
        var (longer, shorter) = ((long)Math.Max(size.Width, size.Height), (long)Math.Min(size.Width, size.Height));
        var rows = ((2 * factor * shorter) + longer) / (2 * longer);

        return Math.Ceiling(factor * rows * (2_000_000 + size.Pixels) / 4_000_000.0);
    });
}
