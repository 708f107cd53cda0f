using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace OpenAIImages.SourceBinding.Tests;

/// <summary>Records the behaviour of the source generator of configuration binding, so that a change is
/// noticed.</summary>
public sealed class SourceBindingTests
{
    private static readonly IConfigurationRoot Configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Model"] = "gpt-image-2",
            ["Size"] = "1536x864",
            ["SizeText"] = "1536x864",
        })
        .Build();

    [Fact]
    public void The_source_generator_ignores_type_converters()
    {
        var options = Configuration.Get<OwnOptions>()!;

        Assert.True(TypeDescriptor.GetConverter(typeof(ImageModel)).CanConvertFrom(typeof(string)));
        Assert.Equal(default, options.Model);
        Assert.Equal(default, options.Size);
    }

    [Fact]
    public void A_text_can_be_parsed_by_hand_instead()
        => Assert.Equal(new ImageSize(1536, 864), ImageSize.Parse(Configuration.Get<OwnOptions>()!.SizeText!));
}
