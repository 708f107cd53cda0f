using System.Buffers.Binary;

namespace OpenAIImages.Faults.Commands;

/// <summary>Saves pictures under one name in one directory, while other processes do the same.</summary>
public static class SaveCommand
{
    /// <summary>The name of all pictures.</summary>
    public const string Name = "cat";

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Saves some pictures.</summary>
    /// <param name="directory">The directory, which exists.</param>
    /// <param name="first">The number of the first picture; each has a number of its own.</param>
    /// <param name="count">The number of pictures.</param>
    /// <returns>0.</returns>
    public static async Task<int> RunAsync(string directory, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            await ImageOutput.FromBytes(Picture(i)).SaveAsync(Path.Combine(directory, Name)).ConfigureAwait(false);
        }

        return 0;
    }

    /// <summary>Makes the picture with a number.</summary>
    public static byte[] Picture(int number)
    {
        var picture = new byte[1024];
        Png.CopyTo(picture);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(Png.Length), number);

        return picture;
    }

    /// <summary>Reads the number of a picture.</summary>
    public static int NumberOf(ReadOnlySpan<byte> picture)
        => BinaryPrimitives.ReadInt32BigEndian(picture[Png.Length..]);
}
