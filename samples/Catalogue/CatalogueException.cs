namespace Catalogue;

/// <summary>The products cannot be taken as they stand. Nothing was sent.</summary>
internal sealed class CatalogueException : Exception
{
    public CatalogueException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    private CatalogueException(string file, int line, string? column, string reason, Exception? cause)
        : base(
            $"{Path.GetFileName(file)}, line {line}{(column is null ? "" : $", column '{column}'")}: {reason}", cause)
    {
        Line = line;
        Column = column;
    }

    /// <summary>Gets the line of the file, from 1, that its record begins in.</summary>
    public int? Line { get; }

    /// <summary>Gets the column; <see langword="null"/> when the whole line is at fault.</summary>
    public string? Column { get; }

    public static CatalogueException At(
        string file, int line, string? column, string reason, Exception? cause = null)
        => new(file, line, column, reason, cause);
}
