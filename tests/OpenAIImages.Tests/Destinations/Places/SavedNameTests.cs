using System.Text;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Destinations;

/// <summary>No file name loses a picture that was paid for. Each test prints its directory.</summary>
public sealed class SavedNameTests(ITestOutputHelper output) : IDisposable
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Listing.Print(output, _directory);
        _directory.Dispose();
    }

    [Fact]
    public async Task Pictures_saved_in_a_loop_under_one_name_are_numbered()
    {
        var paths = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            paths.Add(await ImageOutput.FromBytes(Bodies.Picture(100, seed: i)).SaveAsync(_directory.At("cat"), Token));
        }

        Assert.Equal(
            ["cat.png", .. Enumerable.Range(2, 11).Select(number => $"cat-{number}.png")],
            paths.Select(Path.GetFileName));
        Assert.All(paths, (path, i) => Assert.Equal(Bodies.Picture(100, seed: i), File.ReadAllBytes(path)));
    }

    [Fact]
    public async Task Numbers_restart_after_the_files_are_deleted()
    {
        for (var i = 0; i < 5; i++)
        {
            await ImageOutput.FromBytes(Jpeg).SaveAsync(_directory.At("cat"), Token);
        }

        foreach (var file in _directory.Files)
        {
            File.Delete(_directory.At(file));
        }

        await ImageOutput.FromBytes(Jpeg).SaveAsync(_directory.At("cat"), Token);
        await ImageOutput.FromBytes(Jpeg).SaveAsync(_directory.At("cat"), Token);

        Assert.Equal(["cat-2.jpg", "cat.jpg"], _directory.Files);
    }

    [Fact]
    public async Task A_directory_of_the_same_name_counts_as_an_existing_file()
    {
        Directory.CreateDirectory(_directory.At("cat.jpg"));

        var path = await ImageOutput.FromBytes(Jpeg).SaveAsync(_directory.At("cat.jpg"), Token);

        Assert.Equal(_directory.At("cat-2.jpg"), path);
    }

    [Fact]
    public async Task A_broken_symbolic_link_counts_as_an_existing_file()
    {
        File.CreateSymbolicLink(_directory.At("cat.jpg"), _directory.At("nowhere.jpg"));

        var path = await ImageOutput.FromBytes(Jpeg).SaveAsync(_directory.At("cat.jpg"), Token);

        Assert.Equal(_directory.At("cat-2.jpg"), path);
        Assert.False(File.Exists(_directory.At("nowhere.jpg")));
    }

    [Theory]
    [InlineData('a', 219)]
    [InlineData('a', 251)]
    [InlineData('a', 255)]
    [InlineData('a', 400)]
    [InlineData('ü', 110)]
    [InlineData('猫', 85)]
    public async Task A_long_name_is_shortened_by_whole_characters_to_fit_its_number(char letter, int length)
    {
        var name = new string(letter, length);
        var first = await ImageOutput.FromBytes(Jpeg).SaveAsync(_directory.At(name), Token);
        var second = await ImageOutput.FromBytes(Jpeg).SaveAsync(_directory.At(name), Token);

        Assert.EndsWith(letter + ".jpg", first, StringComparison.Ordinal);
        Assert.EndsWith(letter + "-2.jpg", second, StringComparison.Ordinal);
        Assert.All(_directory.Files, file => Assert.InRange(Encoding.UTF8.GetByteCount(file), 1, 255));
    }

    [Theory]
    [InlineData("sub/", "sub/image.jpg")]
    [InlineData("cat\0dog", "cat_dog.jpg")]
    [InlineData(".png", "image.jpg")]
    public async Task An_invalid_path_still_saves_the_picture(string name, string expected)
    {
        Directory.CreateDirectory(_directory.At("sub"));

        await ImageOutput.FromBytes(Jpeg).SaveAsync(_directory.Path + "/" + name, Token);

        Assert.Equal([expected], _directory.Files);
    }

    [Fact]
    public async Task Half_a_character_in_a_name_is_replaced()
    {
        await ImageOutput.FromBytes(Jpeg).SaveAsync(_directory.At("cat\ud83d"), Token);
        await ImageDestination.Directory(_directory.Path, _ => "\ud83ddog").WriteAsync(Jpeg, 0, Token);

        Assert.Equal(["_dog.jpg", "cat_.jpg"], _directory.Files);
    }

    [Fact]
    public async Task A_replaced_file_keeps_its_permissions()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || TestedBuild.IsNetStandard, "The build cannot read file modes.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = _directory.At("cat.jpg");
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(_directory.At("shared.jpg"), "old");
        File.SetUnixFileMode(_directory.At("shared.jpg"), (UnixFileMode)0b110_110_110);

        await ImageDestination.File(path, ExistingFile.Replace).WriteAsync(Jpeg, 0, Token);
        await ImageDestination.File(_directory.At("shared.jpg"), ExistingFile.Replace).WriteAsync(Jpeg, 0, Token);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal((UnixFileMode)0b110_110_110, File.GetUnixFileMode(_directory.At("shared.jpg")));
        Assert.Equal(Jpeg, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task The_target_of_a_symbolic_link_is_replaced_and_the_link_stays()
    {
        Assert.SkipWhen(TestedBuild.IsNetStandard, "The build cannot follow symbolic links.");
        Directory.CreateDirectory(_directory.At("real"));
        File.WriteAllText(_directory.At("real/cat.jpg"), "old");
        File.CreateSymbolicLink(_directory.At("cat.jpg"), _directory.At("real/cat.jpg"));

        await ImageDestination.File(_directory.At("cat.jpg"), ExistingFile.Replace).WriteAsync(Jpeg, 0, Token);

        Assert.NotNull(new FileInfo(_directory.At("cat.jpg")).LinkTarget);
        Assert.Equal(Jpeg, _directory.Read("real/cat.jpg"));
    }

    [Theory]
    [InlineData(null, "image.jpg")]
    [InlineData("", "image.jpg")]
    [InlineData(" ", "image.jpg")]
    [InlineData(".", "image.jpg")]
    [InlineData("..", "image.jpg")]
    [InlineData("../escaped", ".._escaped.jpg")]
    [InlineData("deeper/name", "deeper_name.jpg")]
    [InlineData(@"C:\name", "C__name.jpg")]
    [InlineData("/tmp/escaped", "_tmp_escaped.jpg")]
    [InlineData("a\0b\nc", "a_b_c.jpg")]
    [InlineData("<a|b?>*\"", "_a_b____.jpg")]
    [InlineData("cat\u202Egpj", "cat_gpj.jpg")]
    [InlineData("cat. . ", "cat.jpg")]
    [InlineData("CON", "_CON.jpg")]
    [InlineData("nul.jpg", "_nul.jpg")]
    [InlineData("aux .png", "_aux .jpg")]
    [InlineData("com1", "_com1.jpg")]
    [InlineData("LPT\u00B9", "_LPT\u00B9.jpg")]
    [InlineData("conin$", "_conin$.jpg")]
    [InlineData("console", "console.jpg")]
    [InlineData("shoe-v1.5", "shoe-v1.5.jpg")]
    public async Task A_name_from_a_naming_rule_becomes_valid_on_every_system(string? name, string expected)
    {
        await ImageDestination.Directory(_directory.Path, _ => name!).WriteAsync(Jpeg, 0, Token);

        Assert.Equal([expected], _directory.Files);
    }

    [Fact]
    public async Task Saved_paths_have_the_order_of_their_pictures()
    {
        var picture = ImageOutput.FromBytes(Jpeg);
        var result = new ImageResult([picture, new ImageOutput(), picture]);

        var first = await result.SaveAllAsync(_directory.Path, "a/b", Token);
        var second = await result.SaveAllAsync(_directory.Path, "a/b", Token);

        Assert.Equal(["a_b-1.jpg", null, "a_b-3.jpg"], first.Select(Path.GetFileName));
        Assert.Equal(["a_b-1-2.jpg", null, "a_b-3-2.jpg"], second.Select(Path.GetFileName));
    }

    [Fact]
    public async Task File_names_of_ten_pictures_sort_in_order()
    {
        var result = new ImageResult([.. Enumerable.Repeat(ImageOutput.FromBytes(Jpeg), 10)]);

        var paths = await result.SaveAllAsync(_directory.Path, cancellationToken: Token);

        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
        Assert.EndsWith("image-01.jpg", paths[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_with_a_link_that_is_not_fetched_saves_nothing()
    {
        var link = ImageOutput.FromLink(new Uri("https://files.test/a.png"));
        var result = new ImageResult([ImageOutput.FromBytes(Jpeg), link]);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => result.SaveAllAsync(_directory.Path, cancellationToken: Token));

        Assert.Empty(_directory.Files);
    }

    [Fact]
    [Trait("Duration", "Long")]
    public async Task Parallel_saves_under_one_name_lose_no_picture()
    {
        Directory.CreateDirectory(_directory.At("many"));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(
            async () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    await ImageOutput.FromBytes(Bodies.Picture(50, (worker * 100) + i))
                        .SaveAsync(_directory.At("many/cat.png"), Token);
                }
            },
            Token)));

        var saved = _directory.Files.Select(file => Convert.ToHexString(_directory.Read(file))).ToHashSet();
        Assert.Equal(800, saved.Count);
        Assert.True(saved.SetEquals(Enumerable.Range(0, 800).Select(i => Convert.ToHexString(Bodies.Picture(50, i)))));
    }
}
