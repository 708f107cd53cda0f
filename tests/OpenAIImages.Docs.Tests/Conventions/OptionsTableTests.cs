using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenAIImages;
using OpenAIImages.Tests.Conventions;
using static System.StringComparison;

namespace Docs.Conventions;

/// <summary>The guide has every setting, with the type and the default that the setting has.</summary>
public sealed partial class OptionsTableTests
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["Endpoint"] = "OPENAI_BASE_URL",
        ["ApiKey"] = "OPENAI_API_KEY",
        ["OrganizationId"] = "OPENAI_ORG_ID",
        ["ProjectId"] = "OPENAI_PROJECT_ID",
    };

    [Fact]
    public void The_tables_name_each_setting_with_its_type_and_its_default()
    {
        var expected = Settings(new ImageClientOptions(), "").Order(StringComparer.Ordinal);

        var written = Rows().Select(row => $"{row["name"]}: {row["type"]}, {row["default"]}");

        Assert.Equal(expected, written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_tables_name_the_variables_of_the_environment()
        => Assert.All(Rows(), row => Assert.Equal(Variables.GetValueOrDefault(row["name"], ""), row["variable"]));

    [Fact]
    public void The_configuration_accepts_each_setting_except_the_four_objects()
    {
        string[] objects = ["BeforeSending", "LoggerFactory", "TimeProvider", "TokenProvider"];

        var unknown = Rows().Select(row => row["name"]).Where(name => !IsKnown(name));

        Assert.Equal(objects, unknown.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Settings(object options, string group)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(options);
            var isGroup = property.PropertyType.Assembly == typeof(ImageClientOptions).Assembly
                && property.SetMethod is not { IsPublic: true };
            foreach (var setting in isGroup
                ? Settings(value!, property.Name + ":")
                : [$"{group}{property.Name}: {TypeOf(property.PropertyType)}, {Write(value)}"])
            {
                yield return setting;
            }
        }
    }

    private static string TypeOf(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;

        return bare.IsGenericType
            ? bare.GetGenericTypeDefinition() == typeof(IDictionary<,>) ? "pairs" : "function"
            : Type.GetTypeCode(bare) switch
            {
                TypeCode.Boolean => "bool",
                TypeCode.Int32 when !bare.IsEnum => "int",
                TypeCode.Int64 => "long",
                TypeCode.Double => "double",
                TypeCode.Decimal => "decimal",
                TypeCode.String => "string",
                _ => bare.Name,
            };
    }

    private static string Write(object? value) => value switch
    {
        null or IDictionary<string, string> { Count: 0 } => "none",
        bool flag => flag ? "true" : "false",
        TimeProvider clock when ReferenceEquals(clock, TimeProvider.System) => "System",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    // An unknown key is a fault, and an empty value is ignored.
    private static bool IsKnown(string name)
    {
        var configuration = new ConfigurationManager();
        configuration[$"Section:{(name == "Headers" ? "Headers:X-Any" : name)}"] = "";
        configuration["Section:ApiKey"] = "any";
        configuration["Section:RateLimit:ImagesPerMinute"] = "1";
        using var services = new ServiceCollection()
            .AddImageClient(configuration.GetSection("Section")).Services
            .BuildServiceProvider();

        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();

            return true;
        }
        catch (OptionsValidationException fault)
        {
            return !fault.Message.Contains("no setting of this name", Ordinal);
        }
    }

    private static IEnumerable<Dictionary<string, string>> Rows()
        => File.ReadLines(Path.Combine(Sources.Root, "docs", "guides", "options.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => row.Groups.Values.Skip(1).ToDictionary(cell => cell.Name, cell => cell.Value));

    [GeneratedRegex("^\\| `(?<name>[\\w:]+)` \\| `?(?<type>\\w+)`? \\| `?(?<default>[^`|]*?)`? \\| [^|]+ \\| " +
        "`?(?<variable>\\w*)`? ?\\|$")]
    private static partial Regex Row();
}
