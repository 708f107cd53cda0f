namespace Catalogue;

/// <summary>The exception for products that cannot be used as they are; nothing was sent.</summary>
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

    /// <summary>Gets the line of the file, from 1, at which the faulty record begins.</summary>
    public int? Line { get; }

    /// <summary>Gets the column; <see langword="null"/> when the fault is not in one column.</summary>
    public string? Column { get; }

    public static CatalogueException At(
        string file, int line, string? column, string reason, Exception? cause = null)
        => new(file, line, column, reason, cause);
}
