using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Gives birds in the air the drawing with spread wings; that of the vocabulary stands on its legs.</summary>
internal static class Wings
{
    public static Figure Spread(Figure figure) => figure.Drawing switch
    {
        "bird" => figure with { Drawing = "flying-bird" },
        "black-bird" => figure with { Drawing = "flying-bird", Colour = figure.Colour ?? ColourName.Black },
        _ => figure,
    };
}
