using Mono.Cecil;

namespace OpenAIImages.Tests.Conventions;

/// <summary>The folders of one project and their uses of each other, read from the assembly.</summary>
internal sealed class Rooms
{
    // The room of the files that are in no folder.
    public const string Root = "";

    private readonly Dictionary<string, string> _roomOf = new(StringComparer.Ordinal);
    private readonly string _assembly;

    /// <param name="project">The name of the project, its folder and its assembly.</param>
    public Rooms(string project)
    {
        _assembly = Path.Combine(AppContext.BaseDirectory, $"{project}.dll");
        var folder = Path.Combine(Sources.Root, "src", project);
        foreach (var file in Sources.CSharp($"src/{project}"))
        {
            var parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);

            // A type of the project that differs on an older target still belongs to its room.
            parts = parts is ["Polyfills", var own, ..] && own == project ? parts[2..] : parts;
            _roomOf[Path.GetFileNameWithoutExtension(file)] = parts.Length > 1 ? parts[0] : Root;
        }
    }

    /// <summary>Returns each use of a type in one room by a type in another.</summary>
    public IReadOnlyList<Use> FindUses()
    {
        using var module = ModuleDefinition.ReadModule(_assembly);

        return
        [
            .. module.Types
                .Where(type => RoomOf(type) is not null)
                .SelectMany(type => TypesUsedBy(type)
                    .Where(used => used.Scope == module || used.Module == module)
                    .Select(used => new Use(RoomOf(type)!, NameOf(type), RoomOf(used) ?? "", NameOf(used)))
                    .Where(use => _roomOf.ContainsKey(use.Used) && use.From != use.To))
                .Distinct(),
        ];
    }

    /// <summary>Returns the assemblies that the project refers to.</summary>
    public IReadOnlyList<string> FindReferences()
    {
        using var module = ModuleDefinition.ReadModule(_assembly);

        return [.. module.AssemblyReferences.Select(reference => reference.Name)];
    }

    private string? RoomOf(TypeReference type) => _roomOf.GetValueOrDefault(NameOf(type));

    // A nested type belongs to its outer type; so do the classes that the compiler generates for methods.
    private static string NameOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Name.Split('`')[0];
    }

    private static IEnumerable<TypeReference> TypesUsedBy(TypeDefinition type)
    {
        var signatures = type.Interfaces.Select(implemented => implemented.InterfaceType)
            .Append(type.BaseType)
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.Methods.SelectMany(TypesUsedBy))
            .Concat(type.NestedTypes.SelectMany(TypesUsedBy));

        return signatures.SelectMany(Parts);
    }

    private static IEnumerable<TypeReference?> TypesUsedBy(MethodDefinition method)
    {
        yield return method.ReturnType;
        foreach (var parameter in method.Parameters)
        {
            yield return parameter.ParameterType;
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (var variable in method.Body.Variables)
        {
            yield return variable.VariableType;
        }

        foreach (var instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference used:
                    yield return used;
                    break;
                case MemberReference member:
                    yield return member.DeclaringType;
                    break;
            }
        }
    }

    private static IEnumerable<TypeReference> Parts(TypeReference? type)
        => type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
            TypeSpecification part => Parts(part.ElementType),
            _ => [type],
        };

    /// <summary>A type in one room that uses a type in another.</summary>
    internal sealed record Use(string From, string User, string To, string Used);
}
