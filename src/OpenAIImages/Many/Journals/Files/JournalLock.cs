namespace OpenAIImages.Many.Journals;

/// <summary>Keeps other runs away from a journal.</summary>
/// <remarks>A separate file holds the lock. It is never deleted: otherwise a third run could create and lock a new file
/// of the same name while the second run holds the old file.</remarks>
internal static class JournalLock
{
    private const int LinuxWouldBlock = 11; // EWOULDBLOCK
    private const int MacWouldBlock = 35;
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    /// <summary>Takes the lock of a journal. Disposing of the file releases the lock.</summary>
    /// <exception cref="ImageJournalException">Another run has the lock, or the file cannot be opened.</exception>
    public static FileStream Take(string journal)
    {
        try
        {
            return PrivateFile.Open(journal + ".lock", FileShare.None);
        }
        catch (IOException e)
            when (e.HResult is LinuxWouldBlock or MacWouldBlock or SharingViolation or LockViolation)
        {
            throw ImageJournalException.InUse(journal, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw ImageJournalException.Unreadable(journal, e);
        }
    }
}
