using OpenAIImages.Tests.Conventions;

namespace OpenAIImages.AspNetCore.Tests.Conventions;

/// <summary>Each folder is a room, and uses only the rooms that its rule allows.</summary>
public sealed class RoomTests
{
    private const string Project = "OpenAIImages.AspNetCore";
    private const int MostFiles = 15;

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Problems"] = [],
        ["Images"] = ["Problems"],
        ["Events"] = ["Problems"],
        ["Forms"] = [],
        ["Health"] = ["Problems"],
        ["Webhooks"] = [],
    };

    [Fact]
    public void Each_room_uses_only_the_rooms_it_may()
        => Assert.Empty(
            from use in new Rooms(Project).FindUses()
            where use.From != Rooms.Root && use.To != Rooms.Root
            where !MayUse[use.From].Contains(use.To)
            select use);

    [Fact]
    public void Each_folder_has_at_most_fifteen_files()
        => Assert.Empty(
            from file in Sources.CSharp($"src/{Project}")
            group file by Path.GetDirectoryName(file) into folder
            where folder.Count() > MostFiles
            select $"{folder.Key}: {folder.Count()}");

    [Fact]
    public void The_package_refers_only_to_the_client_and_the_framework()
        => Assert.DoesNotContain(
            new Rooms(Project).FindReferences(),
            name => !name.StartsWith("System", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
                && name is not ("OpenAIImages" or "Microsoft.Net.Http.Headers"));
}
