using System.Text;
using CsvHelper;

namespace Catalogue;

/// <summary>Reads products from a CSV file, and refuses everything that it does not understand.</summary>
internal sealed class ProductFile : IDisposable
{
    private readonly string _path;
    private readonly CsvReader _reader;
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private string[] _columns = [];
    private long? _faultAt;

    private ProductFile(string path, StreamReader text)
    {
        _path = path;
        _reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,

            // By default the reader accepts broken quotes. This class reports them as a fault in a column.
            OnMalformedRecord = record => _faultAt ??= record.ByteOffset,
        });
    }

    private int Line => (int)_reader.LineNumber;

    /// <summary>Reads all products.</summary>
    /// <param name="path">The file: CSV in UTF-8 with a header.</param>
    /// <param name="needed">The columns that every product must fill, besides the id.</param>
    /// <exception cref="CatalogueException">The file cannot be read, a line is broken, a column is missing, a field is
    /// empty, or an id occurs twice.</exception>
    public static IReadOnlyList<Product> Read(string path, IEnumerable<string> needed)
    {
        string[] columns = [Product.IdColumn, .. needed];
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var file = new ProductFile(path, text);

            return [.. file.ReadAll(columns)];
        }
        catch (DecoderFallbackException e)
        {
            throw new CatalogueException($"{path} is not UTF-8: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            throw new CatalogueException($"{path} cannot be read: {e.Message}", e);
        }
    }

    public void Dispose() => _reader.Dispose();

    private IEnumerable<Product> ReadAll(string[] needed)
    {
        if (!_reader.Read())
        {
            throw CatalogueException.At(_path, 1, column: null, "there is no header.");
        }

        ReadHeader(needed);
        while (_reader.Read())
        {
            yield return Check(ReadProduct(), needed);
        }
    }

    private void ReadHeader(string[] needed)
    {
        _columns = ReadFields();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in _columns)
        {
            if (column.Length == 0 || !known.Add(column))
            {
                throw Fault(column, column.Length == 0 ? "a column has no name." : "the column occurs twice.");
            }
        }

        if (needed.FirstOrDefault(column => !known.Contains(column)) is { } missing)
        {
            throw Fault(missing, $"the column is missing. The file has: {string.Join(", ", _columns)}.");
        }
    }

    private Product ReadProduct()
    {
        var fields = ReadFields();

        return fields.Length == _columns.Length
            ? new Product(Line, _columns.Zip(fields).ToDictionary(
                pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase))
            : throw Fault(
                _columns.ElementAtOrDefault(fields.Length),
                $"the line has {fields.Length} fields, and the header has {_columns.Length}.");
    }

    private string[] ReadFields()
    {
        var fields = new string[_reader.FieldCount];
        var end = _reader.ByteOffset;
        for (var i = 0; i < fields.Length; i++)
        {
            end += _reader.GetRawSpan(i).Length + 1;
            fields[i] = _reader.GetString(i);
            if (_faultAt < end)
            {
                throw Fault(
                    _columns.ElementAtOrDefault(i),
                    "the quotes are broken. Put a field with quotes in quotes, and double its own quotes.");
            }
        }

        return fields;
    }

    private Product Check(Product product, string[] needed)
    {
        if (needed.FirstOrDefault(column => product.Fields[column].Length == 0) is { } empty)
        {
            throw Fault(empty, "the field is empty.");
        }

        if (!_lines.TryAdd(product.Id, product.Line))
        {
            throw Fault(
                Product.IdColumn,
                $"the id '{product.Id}' occurs twice; line {_lines[product.Id]} has it, too.");
        }

        return product;
    }

    private CatalogueException Fault(string? column, string reason)
        => CatalogueException.At(_path, Line, column, reason);
}
