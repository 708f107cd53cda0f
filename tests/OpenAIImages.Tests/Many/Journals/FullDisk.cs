namespace OpenAIImages.Tests.Many.Journals;

/// <summary>A file on a disk that is full from some record on: half of that record is written.</summary>
/// <param name="path">The file.</param>
/// <param name="records">How many writes succeed, the header among them.</param>
internal sealed class FullDisk(string path, int records)
    : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1)
{
    private int _left = records;

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (_left-- > 0)
        {
            base.Write(buffer, offset, count);

            return;
        }

        base.Write(buffer, offset, count / 2);

        throw new IOException("No space left on device");
    }
}
