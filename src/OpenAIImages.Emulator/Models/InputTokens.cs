using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>How many tokens a picture costs that goes in.</summary>
/// <remarks>
/// Scaled so that its shorter side is 512 pixels, 65 tokens and 129 for every tile of 512; looked at closely, a square
/// costs 4,160 more and any other shape 6,240. Known for the gpt-image-1 family and taken for the others.
/// </remarks>
internal static class InputTokens
{
    public static int Count(PictureSize size, bool closely)
    {
        var longer = Math.Max(size.Width, size.Height);
        var shorter = Math.Min(size.Width, size.Height);
        var tiles = (longer + shorter - 1) / shorter;
        var extra = longer == shorter ? 4_160 : 6_240;

        return 65 + 129 * tiles + (closely ? extra : 0);
    }
}
