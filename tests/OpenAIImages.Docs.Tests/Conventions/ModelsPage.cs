using System.Globalization;
using OpenAIImages;

namespace Docs.Conventions;

/// <summary>Writes docs/models.md from the catalogue.</summary>
internal static class ModelsPage
{
    private const string Header =
        "| Model | Until | Instead | Sizes | Qualities | Formats " +
        "| Images | Inputs | Fidelity | Transparent | Prompt |\n" +
        "|---|---|---|---|---|---|---:|---:|---|---|---:|";

    public static string Write(string command)
    {
        var living = ImageModelCatalog.Models.Where(IsLiving).ToArray();

        return $"""
            # Models

            What OpenAI has published about its models, as of **{Date(ImageModelCatalog.AsOf)}**. In a program,
            `ImageModelCatalog` has the same facts, and `IImageModelClient` asks the service which models it has
            and when it shuts them down.

            The names of models are open: the client sends any name, also one that is not here. It compares a
            request with these facts before it sends it, and `ModelChecks` says what happens then, see
            [Options](guides/options.md).

            This page is written from the catalogue by `{command}`.
            Without the variable, that test compares the two.

            ## Models that answer

            {Table(living)}

            ## Models that are shut down

            {Table(ImageModelCatalog.Models.Except(living))}

            ## How to read it

            - **Sizes.** "any" means any width and height within the service's rules. `ImageSize.GetAdvice` says
              what speaks against a size.
            - **Images.** How many images one call makes at most. **Inputs.** How many images an edit takes.
            - **Fidelity.** The values of `InputFidelity` that the model takes. A question mark: nothing is
              published.
            - **Transparent.** Whether `Background = ImageBackground.Transparent` works. A question mark: nothing
              is published.
            - **Prompt.** The longest prompt, in characters.

            """.ReplaceLineEndings("\n");
    }

    private static string Table(IEnumerable<ImageModelInfo> models)
        => string.Join(
            '\n',
            models.OrderBy(info => info.ShutdownDate ?? DateTimeOffset.MaxValue).Select(Row).Prepend(Header));

    private static string Row(ImageModelInfo info)
    {
        string[] cells =
        [
            $"`{info.Model}`",
            info.ShutdownDate is { } day ? Date(day) : "",
            info.Replacement is { } instead ? $"`{instead}`" : "",
            List(info.Sizes, "any"),
            List(info.Qualities, "none"),
            List(info.Formats, "png"),
            info.MaxImages.ToString(CultureInfo.InvariantCulture),
            info.MaxInputImages.ToString(CultureInfo.InvariantCulture),
            info.InputFidelities is { } fidelities ? List(fidelities, "none") : "?",
            info.SupportsTransparency switch { true => "yes", false => "no", null => "?" },
            info.MaxPromptLength.ToString("n0", CultureInfo.InvariantCulture),
        ];

        return $"| {string.Join(" | ", cells)} |";
    }

    private static bool IsLiving(ImageModelInfo info)
        => info.ShutdownDate is not { } day || day > ImageModelCatalog.AsOf;

    private static string List<T>(IReadOnlyCollection<T> values, string otherwise)
        => values.Count == 0 ? otherwise : string.Join(", ", values);

    private static string Date(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
