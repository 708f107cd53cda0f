using System.Reflection;

namespace OpenAIImages.Benchmarks;

/// <summary>Which build of the client is measured.</summary>
internal static class LibraryBuild
{
    /// <summary>Gets the target framework that was chosen with <c>-p:LibraryTfm</c>, or <see langword="null"/> for the
    /// one that fits this runtime.</summary>
    public static string? Name { get; } = typeof(LibraryBuild).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute is { Key: "LibraryTfm", Value.Length: > 0 })?.Value;
}
