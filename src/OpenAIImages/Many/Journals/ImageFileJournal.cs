using System.Runtime.CompilerServices;
using OpenAIImages.Many.Journals;

namespace OpenAIImages;

/// <summary>A journal in a file of JSON lines.</summary>
/// <remarks>
/// <para>The first line names the version and the job. Each record is one more line, which is flushed to the disk
/// before <see cref="AppendAsync"/> ends. If a crash left half a line, the opening cuts it off; see <see
/// cref="CutBytes"/>. The file holds ids, hashes, paths and costs, but no prompt. On Unix, only its owner may read a
/// file that the journal created. The build for .NET Standard cannot set permissions.</para>
/// <para>While the journal is open, a lock on the file <c>.lock</c> beside it keeps other processes away. The journal
/// never deletes that file: if you delete it, two runs may use the journal at once. Two runs are also possible on a
/// network file system without locks, or with <c>DOTNET_SYSTEM_IO_DISABLEFILELOCKING</c>.</para>
/// <para>Safe for concurrent use. Dispose of it when the run is over.</para>
/// </remarks>
public sealed class ImageFileJournal : IImageJournal, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly FileStream _lock;
    private readonly FileStream _file;
    private long _length;
    private Exception? _fault;

    private ImageFileJournal(string path, string job, FileStream lockFile, FileStream file)
    {
        Path = path;
        Job = job;
        _lock = lockFile;
        _file = file;
    }

    /// <summary>Gets the full path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets the name of the job.</summary>
    public string Job { get; }

    /// <summary>Gets the number of bytes of an incomplete last line that the opening cut off.</summary>
    /// <value>Zero when the last line was whole. For the call of a cut record, the records before it count.</value>
    public long CutBytes { get; private set; }

    /// <summary>Opens a journal, or creates a new one.</summary>
    /// <param name="path">The file, in a directory that exists.</param>
    /// <param name="job">The name of the job. A journal of another job is refused.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="ArgumentException">An argument is blank, or <paramref name="job"/> holds half a surrogate
    /// pair.</exception>
    /// <exception cref="ImageJournalException">Another run uses the journal; the journal cannot be opened, or has
    /// another version or job; or a line is broken that is not an incomplete last line.</exception>
    public static Task<ImageFileJournal> OpenAsync(
        string path, string job, CancellationToken cancellationToken = default)
        => OpenAsync(path, job, journal => PrivateFile.Open(journal, FileShare.Read), cancellationToken);

    internal static async Task<ImageFileJournal> OpenAsync(
        string path, string job, Func<string, FileStream> open, CancellationToken cancellationToken)
    {
        Guard.WellFormed(Guard.NotBlank(job));
        var full = System.IO.Path.GetFullPath(Guard.NotBlank(path));
        var lockFile = JournalLock.Take(full);
        FileStream? file = null;
        try
        {
            file = open(full);
            var journal = new ImageFileJournal(full, job, lockFile, file);
            await journal.PrepareAsync(cancellationToken).ConfigureAwait(false);

            return journal;
        }
        catch (Exception e)
        {
            file?.Dispose();
            lockFile.Dispose();
            if (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                throw ImageJournalException.Unreadable(full, e);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ImageJournalException">The file cannot be read any more.</exception>
    public async IAsyncEnumerable<ImageJournalRecord> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var length = Interlocked.Read(ref _length);
        using var file = OpenAgain();
        await foreach (var line in JournalLines.ReadAsync(file, Path, cancellationToken).ConfigureAwait(false))
        {
            if (line.End > length)
            {
                break;
            }

            if (line.Number > 1)
            {
                yield return Parse(line);
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageJournalException">The record cannot be written, or an earlier record could not be written.
    /// The journal then accepts no more records.</exception>
    public async Task AppendAsync(ImageJournalRecord record, CancellationToken cancellationToken = default)
    {
        var line = JournalDocuments.ToLine(Guard.NotNull(record));
        if (line.Length > JournalLines.MaxBytes)
        {
            throw ImageJournalException.NotRecordable(
                record.Id, $"its record is longer than {JournalLines.MaxBytes} bytes.");
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Append(line);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Closes the file. Other runs may then open the journal.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
        _gate.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var header = JournalHeader.ToLine(Job);
        await foreach (var line in JournalLines.ReadAsync(_file, Path, cancellationToken).ConfigureAwait(false))
        {
            if (!line.IsWhole)
            {
                // The journal writes its header before any record. A first line of another text is not the journal's.
                if (line.Number == 1 && !header.AsSpan().StartsWith(line.Bytes.Span))
                {
                    throw ImageJournalException.OtherVersion(Path, "its first line has no end.");
                }

                CutBytes = line.Bytes.Length;
                break;
            }

            if (line.Number == 1)
            {
                JournalHeader.Check(line.Bytes, Path, Job);
            }
            else
            {
                _ = Parse(line);
            }

            _length = line.End;
        }

        if (CutBytes > 0)
        {
            _file.SetLength(_length);
            _file.Flush(flushToDisk: true);
        }

        if (_length == 0)
        {
            Append(header);
        }
    }

    private ImageJournalRecord Parse(JournalLine line) => JournalDocuments.Parse(line.Bytes.Span, Path, line.Number);

    private void Append(byte[] line)
    {
        if (_fault is { } earlier)
        {
            throw Fault(earlier);
        }

        try
        {
            _file.Position = _length;
            _file.Write(line, 0, line.Length);
            _file.Flush(flushToDisk: true);
            Interlocked.Add(ref _length, line.Length);
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            _fault = e;
            CutBack();
            throw Fault(e);
        }
    }

    private void CutBack()
    {
        try
        {
            _file.SetLength(_length);
            _file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            // The next opening cuts off the incomplete line. The caller gets the first fault, and not this one.
        }
    }

    private FileStream OpenAgain()
    {
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, useAsync: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ImageJournalException.Unreadable(Path, e);
        }
    }

    private ImageJournalException Fault(Exception cause)
        => new(
            ImageJournalFault.NotWritten,
            $"The journal {Path} cannot be written, so that no further call begins: {cause.Message}",
            cause)
        {
            JournalPath = Path,
        };
}
