using System.Reflection;
using System.Runtime.Versioning;

namespace OpenAIImages.Tests.Support;

/// <summary>The build of the client that these tests run against.</summary>
internal static class TestedBuild
{
    public static bool IsNetStandard { get; } = typeof(IImageClient).Assembly
        .GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName
        .StartsWith(".NETStandard", StringComparison.Ordinal);
}
