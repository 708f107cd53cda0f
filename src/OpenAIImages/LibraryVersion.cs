using System.Reflection;

namespace OpenAIImages;

/// <summary>The version of this library, as the service and the telemetry hear it.</summary>
internal static class LibraryVersion
{
    /// <summary>The version with the name of a prerelease, and without what follows a plus, which is of the build.
    /// </summary>
    /// <remarks>The assembly's own version has the major number alone, so that programs on .NET Framework need no
    /// redirect for a newer one.</remarks>
    public static readonly string? Text = typeof(LibraryVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
}
