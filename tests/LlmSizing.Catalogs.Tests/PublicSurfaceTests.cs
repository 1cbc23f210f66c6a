using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace LlmSizing.Catalogs.Tests;

public class PublicSurfaceTests
{
    private static readonly Type[] PublicTypes = typeof(CatalogLibrary).Assembly.GetExportedTypes();

    [Fact]
    public void Only_these_types_are_public() => Assert.Equal(
        ["BenchmarkFile", "CalibrationWriter", "Catalog", "CatalogChecker", "CatalogFile", "CatalogLibrary", "CatalogProblem", "CatalogWriter", "GgufImporter", "HfConfigImporter", "HubOptions", "ImportException", "ModelImporter", "RequirementFile", "SafetensorsDtype", "SafetensorsHeader", "SafetensorsTensor", "SizingRequirement", "TraceFile", "TuningWriter"],
        PublicTypes.Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void No_type_of_the_yaml_library_shows() => Assert.DoesNotContain(
        PublicTypes.SelectMany(Mentioned), type => type.Assembly.GetName().Name == "YamlDotNet");

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags visible = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type> members = type.GetMembers(visible).Where(IsVisible).SelectMany(member => member switch
        {
            MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
            ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            _ => [],
        });
        return type.GetInterfaces().Concat(members).Append(type.BaseType ?? typeof(object)).SelectMany(WithArguments);
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        _ => true,
    };

    private static IEnumerable<Type> WithArguments(Type type) => type.GetGenericArguments().SelectMany(WithArguments).Append(type);
}
