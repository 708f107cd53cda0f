using System.Reflection;

namespace OpenAIImages;

/// <summary>The version of this library for the service and for telemetry.</summary>
internal static class LibraryVersion
{
    /// <summary>The version with the name of a prerelease, without the part after a plus, which belongs to the build.
    /// </summary>
    /// <remarks>The assembly's own version has only the major number, so that programs on .NET Framework need no
    /// redirect for a newer version.</remarks>
    public static readonly string? Text = typeof(LibraryVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
}
