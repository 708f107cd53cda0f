using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Scenes;

namespace OpenAIImages.Painter.Drawing.Motions;

/// <summary>Moves the figures of a scene that live, fly or float, and a still subject on a bare sheet.</summary>
internal static class SceneMotion
{
    /// <summary>Gives the scene at a moment of a loop.</summary>
    /// <param name="scene">The scene at rest.</param>
    /// <param name="phase">The moment, 0 to below 1.</param>
    public static Scene At(Scene scene, float phase)
    {
        // Nothing moves around a still subject on a bare sheet, so the subject sways.
        var sways = StyleLook.Of(scene.Style).Sheet is not null && !Moves(scene);

        return scene with { Figures = [.. scene.Figures.Select((figure, index) => Move(figure, index, phase, sways))] };
    }

    /// <summary>Tells whether any figure of a scene moves.</summary>
    public static bool Moves(Scene scene)
        => scene.Figures.Any(figure => figure.Airborne || figure.Afloat || Lives(figure.Drawing));

    private static Figure Move(Figure figure, int index, float phase, bool sways)
    {
        // The figures do not move together: each is a little behind the previous figure.
        var turn = (phase + index * 0.23f) * MathF.Tau;
        if (figure.Airborne)
        {
            return figure with
            {
                Y = figure.Y + MathF.Sin(turn) * 0.012f,
                Tilt = figure.Tilt + MathF.Cos(turn) * 3,
            };
        }

        if (figure.Afloat)
        {
            return figure with
            {
                Y = figure.Y + MathF.Sin(turn) * 0.006f,
                Tilt = figure.Tilt + MathF.Cos(turn) * 3,
            };
        }

        return sways || Lives(figure.Drawing)
            ? figure with { Tilt = figure.Tilt + MathF.Sin(turn) * 4, Height = figure.Height * Breath(turn) }
            : figure;
    }

    private static bool Lives(string drawing)
        => ArtworkBook.FactsOf(drawing) is { HasFur: true } or { Head: not null } or { Body: not ToyBody.None };

    private static float Breath(float turn) => 1 + MathF.Cos(turn) * 0.008f;
}
