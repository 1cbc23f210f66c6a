using System.Collections.Generic;
using System.Management.Automation;
using YamlDotNet.Serialization;

namespace OlderYamlModule;

/// <summary>Reads a YAML mapping with the YamlDotNet that came with this module, and says which one that was.</summary>
[Cmdlet(VerbsData.ConvertFrom, "OlderYaml")]
[OutputType(typeof(string))]
public sealed class ConvertFromOlderYamlCommand : Cmdlet
{
    /// <summary>The YAML.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Yaml { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Dictionary<string, string> values = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(Yaml);
        foreach (KeyValuePair<string, string> pair in values)
        {
            WriteObject($"{pair.Key}={pair.Value} by {typeof(IDeserializer).Assembly.GetName().Version!.ToString(2)}");
        }
    }
}
