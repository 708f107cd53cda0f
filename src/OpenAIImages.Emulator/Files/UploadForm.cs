using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Files;

/// <summary>A form with one file in it, which has gone to the disk as it came.</summary>
/// <param name="Fields">The fields, the file among them without its bytes.</param>
/// <param name="Draft">The file; <see langword="null"/> when the form has none.</param>
internal sealed record UploadForm(ParameterSet Fields, FileDraft? Draft) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Draft?.DisposeAsync() ?? ValueTask.CompletedTask;
}
