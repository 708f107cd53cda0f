using System.Reflection;

namespace OpenAIImages.Benchmarks;

/// <summary>The build of the client that is measured.</summary>
internal static class LibraryBuild
{
    /// <summary>Gets the target framework that was chosen with <c>-p:LibraryTfm</c>, or <see langword="null"/> for the
    /// build that fits this runtime.</summary>
    public static string? Name { get; } = typeof(LibraryBuild).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute is { Key: "LibraryTfm", Value.Length: > 0 })?.Value;
}
