using Catalogue;

namespace OpenAIImages.Samples.Tests.Catalogues;

public sealed class ProductFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Fields_are_read_by_their_columns_in_any_order()
    {
        Write("name,id,note\nchair,1,\"red, \"\"old\"\"\"\n\n lamp , 2 ,\"two\nlines\"\nsofa,3,\n");

        var products = ProductFile.Read(_path, ["name"]);

        Assert.Equal(["1", "2", "3"], products.Select(product => product.Id));
        Assert.Equal(["chair", "lamp", "sofa"], products.Select(product => product.Fields["NAME"]));
        Assert.Equal(["red, \"old\"", "two\nlines", ""], products.Select(product => product.Fields["note"]));
        Assert.Equal([2, 4, 6], products.Select(product => product.Line));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_Windows_are_no_part_of_a_field()
    {
        Write("\uFEFFid,name\r\n1,chair\r\n");

        var product = Assert.Single(ProductFile.Read(_path, ["name"]));

        Assert.Equal(("1", "chair"), (product.Id, product.Fields["name"]));
    }

    [Theory]
    [InlineData("", 1, null)]
    [InlineData("\n1,chair\n", 2, "id")]
    [InlineData("id,name,id\n", 1, "id")]
    [InlineData("id,,name\n", 1, "")]
    [InlineData("number,name\n1,chair\n", 1, "id")]
    [InlineData("id,title\n1,chair\n", 1, "name")]
    [InlineData("id,name\n1,chair\n2\n", 3, "name")]
    [InlineData("id,name\n1,chair\n2,lamp,red\n", 3, null)]
    [InlineData("id,name\n1,ch\"air\n", 2, "name")]
    [InlineData("id,name\n1,\"chair\n2,lamp\n3,sofa\n", 2, "name")]
    [InlineData("id,name\n1,\"chair\"s\n", 2, "name")]
    [InlineData("id,name\n1,\"two\nlines\"\n2,\n", 4, "name")]
    [InlineData("id,note,name\n1,äöü€,ch\"air\n", 2, "name")]
    [InlineData("\uFEFFid,note,name\n 1 , \"x\"y , chair\n", 2, "note")]
    [InlineData("id,na\"me\n", 1, null)]
    [InlineData("id,name\n  ,chair\n", 2, "id")]
    [InlineData("id,name\n1,chair\n\n2,lamp\n1,sofa\n", 5, "id")]
    public void A_broken_file_is_refused_by_its_line_and_column(string text, int line, string? column)
    {
        Write(text);

        var thrown = Assert.Throws<CatalogueException>(() => ProductFile.Read(_path, ["name"]));

        Assert.Equal((line, column), (thrown.Line, thrown.Column));
        Assert.StartsWith($"{Path.GetFileName(_path)}, line {line}", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_line_that_has_an_id_is_named_when_the_id_occurs_twice()
    {
        Write("id,name\n7,chair\n8,lamp\n7,sofa\n");

        var thrown = Assert.Throws<CatalogueException>(() => ProductFile.Read(_path, ["name"]));

        Assert.EndsWith(
            "line 4, column 'id': the id '7' occurs twice; line 2 has it, too.",
            thrown.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(_path, [.. "id,name\n1,caf"u8, 0xE9, (byte)'\n']);

        var thrown = Assert.Throws<CatalogueException>(() => ProductFile.Read(_path, ["name"]));

        Assert.Contains("is not UTF-8", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_is_refused()
    {
        var thrown = Assert.Throws<CatalogueException>(() => ProductFile.Read(_path + ".csv", ["name"]));

        Assert.Contains("cannot be read", thrown.Message, StringComparison.Ordinal);
    }

    private void Write(string text) => File.WriteAllText(_path, text);
}
