using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>How many tokens a picture costs, by quality and shape.</summary>
/// <remarks>
/// <para>The numbers for 1024x1024, 1024x1536 and 1536x1024 are published ones where there are any: for gpt-image-1
/// and 1.5 the table, for gpt-image-1-mini and gpt-image-2 what their prices a picture come to.</para>
/// <para>The rest is made up, plausibly: 2.5 counts as 2; 2.6 counts three and a half times as much at low and medium
/// quality and the same at high, as users report; xhigh is one and a half times high, max twice; another size costs
/// in proportion to its area what the size of the same orientation costs. Text is billed as output by 1.5 alone, two
/// tokens for each of the prompt's.</para>
/// </remarks>
internal sealed class OutputTokens
{
    /// <summary>How many tokens each unfinished state in a stream costs.</summary>
    public const int PartialImage = 100;

    private readonly Dictionary<string, (int Square, int Portrait, int Landscape)> _byQuality;

    private OutputTokens(Dictionary<string, (int Square, int Portrait, int Landscape)> byQuality)
        => _byQuality = byQuality;

    public static OutputTokens GptImage1 { get; } = new(new()
    {
        ["low"] = (272, 408, 400),
        ["medium"] = (1_056, 1_584, 1_568),
        ["high"] = (4_160, 6_240, 6_208),
    });

    public static OutputTokens GptImage15 { get; } = new(GptImage1._byQuality) { TextPerPromptToken = 2 };

    public static OutputTokens GptImage1Mini { get; } = new(new()
    {
        ["low"] = (625, 750, 750),
        ["medium"] = (1_375, 1_875, 1_875),
        ["high"] = (4_500, 6_500, 6_500),
    });

    public static OutputTokens GptImage2 { get; } = new(new()
    {
        ["low"] = (196, 158, 158),
        ["medium"] = (1_756, 1_372, 1_372),
        ["high"] = (7_024, 5_488, 5_488),
        ["xhigh"] = (10_536, 8_232, 8_232),
        ["max"] = (14_048, 10_976, 10_976),
    });

    public static OutputTokens GptImage26 { get; } = new(new(GptImage2._byQuality)
    {
        ["low"] = (686, 553, 553),
        ["medium"] = (6_146, 4_802, 4_802),
    });

    /// <summary>Gets how many tokens of text come with a picture for each token of the prompt.</summary>
    public int TextPerPromptToken { get; private init; }

    /// <summary>Counts the tokens of one picture.</summary>
    public int Count(string quality, PictureSize size)
    {
        var (square, portrait, landscape) = _byQuality[quality];
        var (tokens, pixels) = size.Width == size.Height ? (square, 1_024L * 1_024)
            : size.Width < size.Height ? (portrait, 1_024L * 1_536)
            : (landscape, 1_536L * 1_024);

        return (int)Math.Ceiling((double)tokens * size.Pixels / pixels);
    }
}
