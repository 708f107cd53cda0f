using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Files;

/// <summary>A form with one file, whose bytes are already on the disk.</summary>
/// <param name="Fields">The fields, including the file without its bytes.</param>
/// <param name="Draft">The file; <see langword="null"/> when the form has none.</param>
internal sealed record UploadForm(ParameterSet Fields, FileDraft? Draft) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Draft?.DisposeAsync() ?? ValueTask.CompletedTask;
}
