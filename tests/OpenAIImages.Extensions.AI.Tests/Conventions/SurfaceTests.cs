using System.Reflection;

namespace OpenAIImages.Extensions.AI.Tests.Conventions;

/// <summary>The compiler warns users about each member that Microsoft marks as experimental.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void Every_public_method_is_marked_as_the_interface_is()
    {
        var methods = typeof(ImageClientGeneratorExtensions).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .ToArray();

        Assert.Equal(3, methods.Length);
        Assert.All(methods, method => Assert.Contains(
            method.GetCustomAttributesData(),
            mark => mark.AttributeType.Name == "ExperimentalAttribute"
                && Equals(mark.ConstructorArguments[0].Value, "MEAI001")));
    }
}
