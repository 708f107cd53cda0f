namespace OpenAIImages.Inputs;

/// <summary>An image in a file.</summary>
internal sealed class FileSource(string path) : InputSource
{
    /// <summary>Gets the path in the caller's form.</summary>
    public string FilePath => path;

    protected override string Name => Path.GetFileName(path);

    public override bool CanReopen => true;

    public override long? Length
    {
        get
        {
            using var stream = Open();
            try
            {
                return stream.CanSeek ? stream.Length : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                throw new ImageInputException(Name, e.Message, e);
            }
        }
    }

    public override Stream Open(object? reader = null)
    {
        try
        {
            return new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read,
                bufferSize: 1, // Readers have buffers of their own.
                FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ImageInputException(Name, e.Message, e);
        }
    }
}
