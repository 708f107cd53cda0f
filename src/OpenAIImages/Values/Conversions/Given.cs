namespace OpenAIImages;

/// <summary>Tells what the caller gave from what came out empty, such as a setting that is not there.</summary>
internal static class Given
{
    /// <summary>Returns the value, or <see langword="null"/> when it is the default one.</summary>
    public static T? OrNull<T>(T? value)
        where T : struct, IEquatable<T>
        => value is { } given && !given.Equals(default) ? given : null;
}
