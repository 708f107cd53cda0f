using System.Collections;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Benchmarks.Stages;

namespace OpenAIImages.Benchmarks.Tests;

/// <summary>Every benchmark runs once and returns the pictures of its service.</summary>
/// <remarks>A benchmark that did no work would be the fastest.</remarks>
public sealed class BenchmarkSmokeTests
{
    private const int MostPictureBytes = 8 * 1_024 * 1_024;

    public static TheoryData<Type, string> Cases()
    {
        var cases = new TheoryData<Type, string>();
        foreach (var stage in StageTypes())
        {
            foreach (var (value, _) in ValuesOf(stage))
            {
                cases.Add(stage, $"{value}");
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_benchmark_returns_the_pictures_of_its_service(Type type, string parameter)
    {
        var stage = (Stage)Activator.CreateInstance(type)!;
        stage.Destination = new Sink(keeps: true);
        foreach (var (value, property) in ValuesOf(type).Where(item => $"{item.Value}" == parameter))
        {
            property?.SetValue(stage, value);
        }

        await CallAsync<GlobalSetupAttribute>(stage);
        foreach (var benchmark in Methods<BenchmarkAttribute>(type))
        {
            stage.Check(await ResultOf(benchmark.Invoke(stage, [])));
        }

        await CallAsync<GlobalCleanupAttribute>(stage);
    }

    [Fact]
    public void Every_class_measures_memory_and_has_the_official_package_as_baseline()
        => Assert.All(StageTypes(), stage =>
        {
            var baseline = Assert.Single(
                Methods<BenchmarkAttribute>(stage),
                method => method.GetCustomAttribute<BenchmarkAttribute>()!.Baseline);

            Assert.Equal("OpenAI", baseline.Name);
            Assert.NotNull(stage.GetCustomAttribute<MemoryDiagnoserAttribute>());
        });

    [Fact]
    public async Task A_benchmark_with_a_wrong_result_fails_its_check()
    {
        var stage = new SmallPicture();
        stage.CreateClients();
        var pictures = await stage.Ours();
        var changed = pictures[0].ToArray();
        changed[^1] ^= 1;

        Assert.Throws<InvalidOperationException>(() => stage.Check(null));
        Assert.Throws<InvalidOperationException>(() => stage.Check(new Sink(keeps: true)));
        Assert.Throws<InvalidOperationException>(() => stage.Check(Array.Empty<ReadOnlyMemory<byte>>()));
        Assert.Throws<InvalidOperationException>(() => stage.Check(new ReadOnlyMemory<byte>[] { changed }));
        stage.Check(pictures);
    }

    private static IEnumerable<Type> StageTypes()
        => typeof(Stage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Stage)) && !type.IsAbstract);

    // Returns the values of the only parameter: all small shapes, or the smallest number.
    private static IEnumerable<(object? Value, PropertyInfo? Property)> ValuesOf(Type stage)
    {
        foreach (var property in stage.GetProperties())
        {
            if (property.GetCustomAttribute<ParamsAttribute>() is { } numbers)
            {
                return [(numbers.Values.Min(), property)];
            }

            if (property.GetCustomAttribute<ParamsSourceAttribute>() is { } source)
            {
                var from = stage.GetProperty(source.Name)!;
                var values = (IEnumerable)from.GetValue(Activator.CreateInstance(stage))!;

                return values.Cast<object?>()
                    .Where(value => IsSmall(stage, property, value))
                    .Select(value => (value, (PropertyInfo?)property));
            }
        }

        return [(null, null)];
    }

    private static bool IsSmall(Type type, PropertyInfo property, object? value)
    {
        var stage = (Stage)Activator.CreateInstance(type)!;
        property.SetValue(stage, value);

        return stage.PictureBytes <= MostPictureBytes;
    }

    private static IEnumerable<MethodInfo> Methods<TAttribute>(Type type)
        where TAttribute : Attribute
        => type.GetMethods().Where(method => method.IsDefined(typeof(TAttribute)));

    private static async Task CallAsync<TAttribute>(Stage stage)
        where TAttribute : Attribute
    {
        foreach (var method in Methods<TAttribute>(stage.GetType()))
        {
            await ResultOf(method.Invoke(stage, []));
        }
    }

    // Awaits the result of a method if it is a task.
    private static async Task<object?> ResultOf(object? returned)
    {
        if (returned is ValueTask pending)
        {
            await pending;
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;

        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }
}
