using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Gives each figure of a subject its colour: the one that the prompt names, else the colour of the
/// material.</summary>
internal static class FigureColours
{
    /// <summary>Gives the colour of a figure; null for the colours of its drawing.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="number">The number of the figure among the figures of the subject.</param>
    public static ColourName? Of(MeantSubject subject, int number)
        => subject.Colours.Count > 0 ? subject.Colours[number % subject.Colours.Count] : subject.Material switch
        {
            Material.Wood or Material.Clay => ColourName.Brown,
            Material.Stone => ColourName.Gray,
            Material.Metal or Material.Silver => ColourName.Silver,
            Material.Gold => ColourName.Gold,
            Material.Paper or Material.Ice => ColourName.White,
            _ => null,
        };
}
