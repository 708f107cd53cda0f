namespace OpenAIImages.Many.Journals;

/// <summary>Keeps other runs away from a journal.</summary>
/// <remarks>The lock is on a file of its own, which is never deleted: whoever deleted it would let a third run make and
/// lock a new file of its name while the second run holds the old one.</remarks>
internal static class JournalLock
{
    private const int LinuxWouldBlock = 11; // EWOULDBLOCK
    private const int MacWouldBlock = 35;
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    /// <summary>Takes the lock of a journal. Disposing of the file gives it back.</summary>
    /// <exception cref="ImageJournalException">Another run has it, or its file cannot be opened.</exception>
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
