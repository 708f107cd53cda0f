namespace OpenAIImages;

/// <summary>Turns an empty value into <see langword="null"/>, since the value of a missing setting is empty.</summary>
internal static class Given
{
    /// <summary>Returns the value, or <see langword="null"/> when it is the default value.</summary>
    public static T? OrNull<T>(T? value)
        where T : struct, IEquatable<T>
        => value is { } given && !given.Equals(default) ? given : null;
}
