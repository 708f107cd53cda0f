// Takes out of the XML documentation beside each assembly what users of the assembly cannot see.
// The build runs it before it makes a package (src/Directory.Build.targets).   PublicDocumentation [--check] ASSEMBLY...
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

var isCheck = args is ["--check", ..];
var found = 0;
foreach (var path in args.Skip(isCheck ? 1 : 0))
{
    var documentation = Path.ChangeExtension(path, ".xml");
    var visible = VisibleMembers(path);
    var document = XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
    var hidden = document
        .Descendants("member")
        .Where(member => !visible.Contains((string?)member.Attribute("name") ?? ""))
        .ToArray();
    found += hidden.Length;
    if (isCheck)
    {
        Array.ForEach(hidden, member => Console.Error.WriteLine($"{documentation}: {member.Attribute("name")!.Value}"));
    }
    else if (hidden.Length > 0)
    {
        foreach (var member in hidden)
        {
            // The line break before a member goes with it.
            (member.PreviousNode as XText)?.Remove();
            member.Remove();
        }

        document.Save(documentation, SaveOptions.DisableFormatting);
    }
}

return isCheck && found > 0 ? 1 : 0;

static HashSet<string> VisibleMembers(string assembly)
{
    using var module = ModuleDefinition.ReadModule(assembly);

    return [.. module.Types.Where(type => type.IsPublic).SelectMany(VisibleWithin).Select(DocCommentId.GetDocCommentId)];
}

static IEnumerable<IMemberDefinition> VisibleWithin(TypeDefinition type) =>
[
    type,
    .. type.Fields.Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly),
    .. type.Methods.Where(IsVisible),
    .. type.Properties.Where(property => IsVisible(property.GetMethod) || IsVisible(property.SetMethod)),
    .. type.Events.Where(added => IsVisible(added.AddMethod)),
    .. type.NestedTypes
        .Where(nested => nested.IsNestedPublic || nested.IsNestedFamily || nested.IsNestedFamilyOrAssembly)
        .SelectMany(VisibleWithin),
];

static bool IsVisible(MethodDefinition? method)
    => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };
