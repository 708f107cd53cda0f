namespace OpenAIImages.Benchmarks.Processes;

/// <summary>A program as users install it.</summary>
/// <param name="File">The file to start.</param>
internal sealed record PublishedProgram(string File)
{
    /// <summary>Publishes a project with its own settings.</summary>
    /// <param name="folder">The folder of the project, relative to the benchmarks folder.</param>
    public static Task<PublishedProgram> OfAsync(string folder) => OfAsync(folder, "published", []);

    /// <summary>Publishes a project for the just-in-time compiler.</summary>
    /// <param name="folder">The folder of the project, relative to the benchmarks folder.</param>
    public static Task<PublishedProgram> JustInTimeAsync(string folder)
        => OfAsync(folder, "just-in-time", ["-p:PublishAot=false"]);

    /// <summary>Publishes a project ahead of time.</summary>
    /// <remarks>A warning makes it fail, as in every build here.</remarks>
    /// <param name="folder">The folder of the project, relative to the benchmarks folder.</param>
    // The usual linker is clang; gcc is used on a machine without clang.
    public static Task<PublishedProgram> AheadOfTimeAsync(string folder) => OfAsync(
        folder, "ahead-of-time", HasProgram("clang") || !HasProgram("gcc") ? [] : ["-p:CppCompilerAndLinker=gcc"]);

    private static async Task<PublishedProgram> OfAsync(string folder, string form, string[] properties)
    {
        var project = Path.Combine(Repository.Root, "benchmarks", folder);
        var name = Path.GetFileNameWithoutExtension(Directory.GetFiles(project, "*.csproj").Single());
        var output = Path.Combine(Repository.RawResults, "programs", name, form);
        using var process = ChildProcess.Start(
            "dotnet", ["publish", project, "-c", "Release", "--nologo", "-o", output, .. properties]);
        var log = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        return process.ExitCode == 0
            ? new PublishedProgram(Path.Combine(output, OperatingSystem.IsWindows() ? name + ".exe" : name))
            : throw new InvalidOperationException($"{name} cannot be published:{Environment.NewLine}{log}");
    }

    private static bool HasProgram(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => System.IO.File.Exists(Path.Combine(folder, name)));
}
