namespace OpenAIImages.Painter.Scenes;

/// <summary>The composition of a picture, chosen before its figures are placed.</summary>
/// <param name="Distance">The size of subjects, more than 1 when the viewer is nearer.</param>
/// <param name="Third">The position of a single subject, from -1 (left third) to 1 (right third).</param>
/// <param name="HorizonShift">The distance of the horizon below its usual place, in heights of the picture.</param>
/// <param name="Hour">The progress of the time of day, 0 to 1.</param>
/// <param name="LightFromRight">Whether the light comes from the right.</param>
/// <param name="Look">The number of the look of the backdrop.</param>
internal sealed record Composition(
    float Distance, float Third, float HorizonShift, float Hour, bool LightFromRight, int Look)
{
    // The variants of one prompt take these compositions in turn, so neighbours differ clearly.
    private static readonly Composition[] Kinds =
    [
        new(1f, 0, 0, 0.35f, false, 0),
        new(0.8f, 0.9f, 0.07f, 0.8f, true, 1),
        new(1.2f, -0.35f, -0.08f, 0.1f, true, 2),
        new(0.66f, -0.95f, -0.03f, 0.6f, false, 3),
        new(1.1f, 0.45f, 0.05f, 0.95f, false, 4),
        new(0.72f, 0.15f, 0.11f, 0.2f, true, 5),
    ];

    /// <summary>Gives the composition of a variant of a prompt.</summary>
    /// <param name="prompt">The seed of the prompt.</param>
    /// <param name="variant">The number of the variant.</param>
    public static Composition Of(ulong prompt, int variant)
    {
        var first = (int)(prompt % (ulong)Kinds.Length);
        var further = (variant % Kinds.Length + Kinds.Length) % Kinds.Length;

        return Kinds[(first + further) % Kinds.Length];
    }
}
