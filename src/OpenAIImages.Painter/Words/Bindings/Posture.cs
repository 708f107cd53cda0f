namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>Tells what a word says its doer does.</summary>
internal static class Posture
{
    /// <summary>Gives the pose of a word that has one; null when it has none.</summary>
    public static Pose? Of(Token token) => token.As(WordKind.Pose) is { } pose ? (Pose)pose.Number : null;
}
