using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LlmSizing.Tests.House;

/// <summary>A shipped assembly as it was built, read from its metadata without loading it.</summary>
internal sealed class BuiltAssembly : IDisposable
{
    private readonly PEReader image;
    private readonly MetadataReader metadata;

    public BuiltAssembly(string name)
    {
        Path = RepositoryRoot.PathOf("src", name, "bin", RepositoryRoot.Configuration, "netstandard2.0", name + ".dll");
        image = new PEReader(File.OpenRead(Path));
        metadata = image.GetMetadataReader();
    }

    public string Path { get; }

    public IEnumerable<string> References => metadata.AssemblyReferences
        .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));

    public IEnumerable<string> Namespaces => metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
        .Where(type => !IsCompilerGenerated(type) && type.GetDeclaringType().IsNil)
        .Select(type => metadata.GetString(type.Namespace)).Distinct();

    /// <summary>The assemblies that base types come from.</summary>
    public IEnumerable<string> BaseTypeAssemblies => metadata.TypeDefinitions
        .Select(handle => metadata.GetTypeDefinition(handle).BaseType)
        .Where(handle => handle.Kind == HandleKind.TypeReference)
        .Select(handle => metadata.GetTypeReference((TypeReferenceHandle)handle).ResolutionScope)
        .Where(scope => scope.Kind == HandleKind.AssemblyReference)
        .Select(scope => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name))
        .Distinct();

    /// <summary>Public value types that are not enumerations.</summary>
    public IEnumerable<string> PublicStructs => metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
        .Where(type => IsPublic(type) && type.BaseType.Kind == HandleKind.TypeReference
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type.BaseType).Name) == "ValueType")
        .Select(FullName);

    /// <summary>The public types in the notation of XML docs.</summary>
    public IEnumerable<string> PublicTypes => metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(IsPublic).Select(FullName);

    /// <summary>Static fields that can be assigned after their type is made.</summary>
    public IEnumerable<string> MutableStatics =>
        from handle in metadata.TypeDefinitions
        let type = metadata.GetTypeDefinition(handle)
        where !IsCompilerGenerated(type)
        from member in type.GetFields().Select(metadata.GetFieldDefinition)
        where member.Attributes.HasFlag(FieldAttributes.Static)
            && (member.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) == 0
        select FullName(type) + "." + metadata.GetString(member.Name);

    /// <summary>Properties of public types that anybody may set.</summary>
    public IEnumerable<string> PublicSetters =>
        from handle in metadata.TypeDefinitions
        let type = metadata.GetTypeDefinition(handle)
        where IsPublic(type)
        from property in type.GetProperties().Select(metadata.GetPropertyDefinition)
        let setter = property.GetAccessors().Setter
        where !setter.IsNil && (metadata.GetMethodDefinition(setter).Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
        select FullName(type) + "." + metadata.GetString(property.Name);

    public void Dispose() => image.Dispose();

    private static bool IsPublic(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public or TypeAttributes.NestedPublic;

    // Closures, cached lambdas and embedded array data: names that C# cannot write.
    private bool IsCompilerGenerated(TypeDefinition type) => metadata.GetString(type.Name).Contains('<', StringComparison.Ordinal)
        || (!type.GetDeclaringType().IsNil && IsCompilerGenerated(metadata.GetTypeDefinition(type.GetDeclaringType())));

    private string FullName(TypeDefinition type) => type.GetDeclaringType().IsNil
        ? metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name)
        : FullName(metadata.GetTypeDefinition(type.GetDeclaringType())) + "." + metadata.GetString(type.Name);
}
