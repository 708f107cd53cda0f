namespace OpenAIImages.Tests.Conventions;

/// <summary>Each folder is a room, and uses only the rooms that its rule allows.</summary>
public sealed class RoomTests
{
    private const int MostFiles = 15;

    // The public rooms. They may use each other, and no stage of a call.
    private static readonly string[] Face =
    [
        "Batches", "Budgets", "Destinations", "Errors", "Files", "Inputs", "Limiters", "Many", "Masks", "Models",
        "Options", "Prices", "Requests", "Results", "Values", "Webhooks",
    ];

    // Each internal room, with the internal rooms that it may use. All rooms may use the public rooms.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Advice"] = ["Diagnostics"],
        ["Bytes"] = [],
        ["Calls"] = ["ErrorReplies"],
        ["Decoders"] = ["Calls", "ErrorReplies", "Headers"],
        ["DependencyInjection"] = ["Diagnostics", "Settings", "Transport"],
        ["Diagnostics"] = ["Calls"],
        ["Documents"] = [],
        ["Encoders"] = ["Calls", "Formats"],
        ["ErrorReplies"] = ["Headers"],
        ["Formats"] = [],
        ["Headers"] = [],
        ["Jobs"] =
        [
            "Calls", "Decoders", "Diagnostics", "Encoders", "ErrorReplies", "Headers", "Links", "Settings", "Transport",
        ],
        ["Limiting"] = [],
        ["Links"] = ["Calls", "Decoders", "Diagnostics", "ErrorReplies", "Headers", "Transport"],
        ["Polyfills"] = [],
        ["Settings"] = ["Diagnostics"],
        ["Transport"] = ["Calls", "Diagnostics", "ErrorReplies", "Headers", "Limiting", "Settings"],
    };

    // The internal rooms that public rooms may use: the marks of a request for its call, the JSON of requests for
    // journals and sidecars, the plain form of the options, and the first bytes of a format.
    private static readonly string[] BelowTheFace = ["Bytes", "Calls", "Documents", "Formats", "Settings"];

    // Tests of bytes and streams, which every room may use.
    private const string Ground = "Bytes";

    // The types outside all folders that rooms may use.
    private static readonly string[] OpenDoors =
    [
        "AbandonableWait", "DelegatingImageClient", "Guard", "HeaderText", "IImageClient", "ImageResilienceExtensions",
        "LibraryVersion", "TimeLimit",
    ];

    private static readonly Dictionary<string, string[]> EmulatorMayUse = new()
    {
        ["Endpoints"] =
        [
            "Batches", "Errors", "Faults", "Files", "Jobs", "Models", "Parameters", "Pictures", "Pipeline", "Replies",
            "Webhooks",
        ],
        ["Batches"] =
        [
            "Errors", "Faults", "Files", "Jobs", "Models", "Parameters", "Pictures", "Pipeline", "Replies", "Webhooks",
        ],
        ["Webhooks"] = ["Pipeline"],
        ["Pipeline"] = ["Errors", "Faults", "Models", "Parameters", "Replies"],
        ["Replies"] = ["Errors", "Faults", "Files", "Jobs", "Models", "Pictures"],
        ["Jobs"] = ["Errors", "Files", "Models", "Parameters", "Pictures"],
        ["Files"] = ["Errors", "Parameters"],
        ["Parameters"] = ["Errors", "Models"],
        ["Faults"] = [],
        ["Models"] = ["Errors", "Pictures"],
        ["Pictures"] = [],
        ["Errors"] = [],
    };

    private static readonly Dictionary<string, string[]> PainterMayUse = new()
    {
        ["Words"] = ["Artworks"],
        ["Artworks"] = [],
        ["Rasters"] = [],
        ["Scenes"] = ["Artworks", "Words"],
        ["Drawing"] = ["Artworks", "Rasters", "Scenes", "Words"],
        ["Filters"] = ["Rasters", "Words"],
        ["Formats"] = ["Rasters"],
        ["Editing"] = ["Artworks", "Drawing", "Filters", "Formats", "Rasters", "Scenes", "Words"],
    };

    [Fact]
    public void Each_room_of_the_client_uses_only_the_rooms_it_may()
    {
        var violations =
            from use in new Rooms("OpenAIImages").FindUses()
            where use.From != Rooms.Root && use.To is not "Polyfills" && !IsAllowed(use)
            select use;

        Assert.Empty(violations);
    }

    [Fact]
    public void Each_room_of_the_client_has_a_rule()
        => Assert.Empty(FoldersOf("OpenAIImages").Except(Face).Except(MayUse.Keys));

    [Fact]
    public void Each_room_of_the_emulator_uses_only_the_rooms_it_may()
        => Assert.Empty(ViolationsOf(new Rooms("OpenAIImages.Emulator"), EmulatorMayUse));

    [Fact]
    public void Each_room_of_the_painter_uses_only_the_rooms_it_may()
        => Assert.Empty(ViolationsOf(new Rooms("OpenAIImages.Painter"), PainterMayUse));

    [Theory]
    [InlineData("OpenAIImages.Emulator")]
    [InlineData("OpenAIImages.Painter")]
    public void The_emulator_and_the_painter_do_not_refer_to_the_client(string project)
        => Assert.DoesNotContain("OpenAIImages", new Rooms(project).FindReferences());

    [Fact]
    public void Each_folder_of_the_client_has_at_most_fifteen_files()
        => Assert.Empty(
            from file in Sources.CSharp("src/OpenAIImages")
            where !file.Contains("Polyfills", StringComparison.Ordinal)
            group file by Path.GetDirectoryName(file) into folder
            where folder.Count() > MostFiles
            select $"{folder.Key}: {folder.Count()}");

    [Fact]
    public void Public_folders_hold_only_public_types()
    {
        var seen = typeof(IImageClient).Assembly.GetExportedTypes()
            .Select(type => type.Name.Split('`')[0])
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(
            from room in Face
            from file in Directory.EnumerateFiles(Path.Combine(Sources.Root, "src", "OpenAIImages", room), "*.cs")
            let name = Path.GetFileNameWithoutExtension(file)
            where !seen.Contains(name)
            select $"{room}/{name}");
    }

    private static bool IsAllowed(Rooms.Use use)
        => use.To == Rooms.Root ? OpenDoors.Contains(use.Used) || use.From == "DependencyInjection"
            : Face.Contains(use.To) ? true
            : Face.Contains(use.From) ? BelowTheFace.Contains(use.To)
            : use.To == Ground || MayUse[use.From].Contains(use.To);

    private static IEnumerable<Rooms.Use> ViolationsOf(Rooms rooms, Dictionary<string, string[]> mayUse)
        => rooms.FindUses().Where(use =>
            use.From != Rooms.Root
            && use.To != Rooms.Root
            && !(mayUse.TryGetValue(use.From, out var allowed) && allowed.Contains(use.To)));

    private static IEnumerable<string> FoldersOf(string project)
        => Directory.EnumerateDirectories(Path.Combine(Sources.Root, "src", project))
            .Select(folder => Path.GetFileName(folder)!);
}
