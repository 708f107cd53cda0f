using System.ComponentModel;
using OpenAIImages;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Catalogue;

/// <summary>The program's settings, from its arguments.</summary>
internal sealed class CatalogueSettings : CommandSettings
{
    [CommandArgument(0, "[FILE]")]
    [Description("The CSV file, in UTF-8, with a header and a column 'id'. By default the sample's 500 products")]
    public string File { get; init; } = Path.Combine(AppContext.BaseDirectory, "products.csv");

    [CommandOption("--folder <FOLDER>")]
    [Description("The folder for pictures, sidecars and the journal. By default catalogue")]
    public string Folder { get; init; } = "catalogue";

    [CommandOption("--prompt <TEMPLATE>")]
    [Description("The prompt, with columns in braces")]
    public string Prompt { get; init; } = "a {colour} {material} {name} on a white background, product photo";

    [CommandOption("--name <TEMPLATE>")]
    [Description("The name of each file, with columns in braces")]
    public string Name { get; init; } = "{id}-{colour}-{name}";

    [CommandOption("--model <MODEL>")]
    [Description("The model. By default gpt-image-2")]
    public ImageModel Model { get; init; } = ImageModel.GptImage2;

    [CommandOption("--quality <QUALITY>")]
    [Description("low, medium or high. By default low")]
    public ImageQuality Quality { get; init; } = ImageQuality.Low;

    [CommandOption("--size <SIZE>")]
    [Description("The size. By default 1024x1024")]
    public ImageSize Size { get; init; } = ImageSize.Square;

    [CommandOption("--budget <DOLLARS>")]
    [Description("The dollars that all runs together may spend. By default 25")]
    public decimal Budget { get; init; } = 25;

    [CommandOption("--limit <COUNT>")]
    [Description("Only the first products of the file")]
    public int? Limit { get; init; }

    [CommandOption("--parallel <COUNT>")]
    [Description("The largest number of calls at the same time. By default 8")]
    public int Parallel { get; init; } = 8;

    [CommandOption("--estimate")]
    [Description("Prints the estimated cost, and sends nothing")]
    public bool Estimate { get; init; }

    [CommandOption("--repeat-unknown")]
    [Description("Repeats calls of earlier runs with an unknown outcome, unless the picture is there")]
    public bool RepeatUnknown { get; init; }

    public override ValidationResult Validate()
        => Budget <= 0 ? ValidationResult.Error("--budget must be more than 0 dollars.")
            : Limit < 1 ? ValidationResult.Error("--limit must be 1 or more.")
            : Parallel < 1 ? ValidationResult.Error("--parallel must be 1 or more.")
            : ValidationResult.Success();
}
