using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The rules for the files that a model works on.</summary>
internal static class FileRules
{
    /// <summary>Gets the only type of masks and markups.</summary>
    public static IReadOnlyList<string> Png { get; } = ["image/png"];

    /// <summary>Checks the declared type of a file, and its length.</summary>
    /// <exception cref="ApiException">The file is of another type, or too long.</exception>
    public static void CheckKind(InputFile file, string name, IReadOnlyList<string> types, InputRules rules)
    {
        CheckType(file, name, types);
        CheckLength(file, name, rules);
    }

    /// <summary>Reads a whole picture.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The field of the file, for messages.</param>
    /// <param name="number">The number of the picture, from 1 on.</param>
    /// <param name="rules">The rules of the model for files.</param>
    /// <exception cref="ApiException">The model does not accept the picture.</exception>
    public static PictureFacts CheckPicture(InputFile file, string name, int number, InputRules rules)
    {
        var facts = PictureFacts.Read(file.Bytes) ?? throw FileRefusals.NotReadable(name, number);

        return rules.MustBeSquare && facts.Size.Width != facts.Size.Height
            ? throw FileRefusals.NotSquare(name)
            : facts;
    }

    /// <summary>Checks a mask or a markup, which lies over the first picture.</summary>
    /// <exception cref="ApiException">The file does not fit the picture.</exception>
    public static void CheckOverlay(InputFile? file, string name, PictureSize size)
    {
        if (file is null)
        {
            return;
        }

        var facts = PictureFacts.Read(file.Bytes);
        var fault = facts is not { IsPng: true } ? "it is not a readable PNG file"
            : !facts.HasAlpha ? $"{name} image missing alpha channel"
            : facts.Size != size ? $"{name} size does not match image size"
            : name == "markup" && !facts.HasTransparency ? "markup image has no transparent pixels"
            : null;
        if (fault is not null)
        {
            throw FileRefusals.BadMask(name, fault);
        }
    }

    private static void CheckType(InputFile file, string name, IReadOnlyList<string> supported)
    {
        var given = file.MediaType ?? throw FileRefusals.MissingType(name);
        if (!supported.Contains(given, StringComparer.OrdinalIgnoreCase))
        {
            throw FileRefusals.UnsupportedType(name, given, supported);
        }
    }

    private static void CheckLength(InputFile file, string name, InputRules rules)
    {
        if (file.Bytes.Length >= rules.MaxBytes)
        {
            throw FileRefusals.TooLarge(name, rules.MaxMegabytes);
        }
    }
}
