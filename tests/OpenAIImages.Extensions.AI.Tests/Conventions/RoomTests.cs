using OpenAIImages.Tests.Conventions;

namespace OpenAIImages.Extensions.AI.Tests.Conventions;

/// <summary>The rooms of requests and of responses do not use each other, and the package has few references.</summary>
public sealed class RoomTests
{
    private const string Project = "OpenAIImages.Extensions.AI";

    [Fact]
    public void Each_room_uses_no_other()
        => Assert.Empty(
            from use in new Rooms(Project).FindUses()
            where use.From != Rooms.Root
            select use);

    [Fact]
    public void The_package_refers_only_to_the_client_and_the_abstractions()
        => Assert.DoesNotContain(
            new Rooms(Project).FindReferences(),
            name => !name.StartsWith("System", StringComparison.Ordinal)
                && name is not ("OpenAIImages" or "netstandard" or "Microsoft.Extensions.AI.Abstractions"
                    or "Microsoft.Extensions.DependencyInjection.Abstractions"));
}
