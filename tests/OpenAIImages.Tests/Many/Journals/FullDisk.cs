namespace OpenAIImages.Tests.Many.Journals;

/// <summary>A file on a disk that becomes full: the file takes only half of the next record.</summary>
/// <param name="path">The file.</param>
/// <param name="records">The number of writes that succeed, including the header.</param>
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
