using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>One thing in a scene. Lengths are in short edges of the picture.</summary>
/// <param name="Drawing">The name of its artwork.</param>
/// <param name="X">The position of its middle, from the left.</param>
/// <param name="Y">The position of its feet, from the top.</param>
/// <param name="Height">The height from feet to head.</param>
internal sealed record Figure(string Drawing, float X, float Y, float Height)
{
    public ColourName? Colour { get; init; }

    /// <summary>Gets the small difference of hue and lightness from others of its kind, -1 to 1.</summary>
    public float Shade { get; init; }

    public bool Flip { get; init; }

    /// <summary>Gets the rotation about the feet, in degrees.</summary>
    public float Tilt { get; init; }

    /// <summary>Gets the height as a share of the standing height: a sleeper lies flatter.</summary>
    public float Flatness { get; init; } = 1;

    /// <summary>Gets a value indicating whether the figure lies: an animal on folded legs, a toy on its belly, a person
    /// on the back.</summary>
    public bool Lies { get; init; }

    /// <summary>Gets a value indicating whether the figure hangs on a cord from above.</summary>
    public bool Hangs { get; init; }

    /// <summary>Gets a value indicating whether the eyes are closed.</summary>
    public bool Asleep { get; init; }

    /// <summary>Gets the visible upper part, 0 to 1: the legs of a figure in a window are hidden.</summary>
    public float Shown { get; init; } = 1;

    /// <summary>Gets the garment that the figure wears; null for the usual clothes.</summary>
    public Garment? Garment { get; init; }

    /// <summary>Gets a value indicating whether it touches no ground: without a shadow or grass on its feet.</summary>
    public bool Airborne { get; init; }

    /// <summary>Gets a value indicating whether water covers the lower part.</summary>
    public bool Afloat { get; init; }

    /// <summary>Gets the depth; figures are drawn by rising depth, the nearest last.</summary>
    public float Depth { get; init; }
}
