using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>Finds the pose that a word gives to its subject.</summary>
internal static class PoseWords
{
    /// <summary>Gives the pose of a word that has one; null when it has none.</summary>
    public static Pose? Of(Token token) => token.As(WordKind.Pose) is { } pose ? (Pose)pose.Number : null;
}
