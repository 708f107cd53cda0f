namespace System.IO;

/// <summary>Members of <see cref="File"/> that newer targets have.</summary>
internal static class FilePolyfills
{
    extension(File)
    {
        public static void Move(string source, string destination, bool overwrite)
        {
            if (overwrite && File.Exists(destination))
            {
                File.Replace(source, destination, destinationBackupFileName: null);
            }
            else
            {
                File.Move(source, destination);
            }
        }
    }
}
