using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>The tints by which pictures of one place differ, one for each look of a scene.</summary>
internal static class LookTints
{
    private static readonly SKColor[] Skies =
    [
        new(120, 190, 255), new(255, 158, 192), new(255, 214, 130), new(140, 124, 255), new(255, 140, 90),
        new(110, 206, 214),
    ];

    private static readonly SKColor[] Greens =
    [
        new(98, 172, 56), new(176, 190, 60), new(44, 146, 92), new(196, 176, 74), new(120, 204, 70), new(128, 150, 50),
    ];

    private static readonly (SKColor Far, SKColor Near)[] Facades =
    [
        (new(128, 142, 174), new(78, 84, 108)), (new(196, 146, 120), new(132, 82, 66)),
        (new(210, 194, 164), new(150, 130, 100)), (new(150, 172, 162), new(80, 104, 98)),
        (new(180, 164, 194), new(104, 88, 120)), (new(160, 180, 204), new(92, 110, 142)),
    ];

    // The share of the sky that stays free of clouds.
    private static readonly float[] Clearness = [0.52f, 0.63f, 0.47f, 0.56f, 0.67f, 0.5f];

    public static SKColor Sky(int look) => Skies[look % Skies.Length];

    public static SKColor Green(int look) => Greens[look % Greens.Length];

    public static (SKColor Far, SKColor Near) Facade(int look) => Facades[look % Facades.Length];

    public static float Clear(int look) => Clearness[look % Clearness.Length];
}
