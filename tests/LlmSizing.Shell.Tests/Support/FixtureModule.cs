using System;
using System.IO;

namespace LlmSizing.Tests;

/// <summary>A small script module in a folder of its own: what the host does is tested apart from what LlmSizing computes.</summary>
public sealed class FixtureModule : IDisposable
{
    private const string Manifest = """
        @{
            RootModule = 'Fixture.psm1'
            ModuleVersion = '1.2.3'
            GUID = '0e8a1a59-3c63-4f0e-9a53-5f9f3f6d3a11'
            FunctionsToExport = '*'
            FormatsToProcess = 'Fixture.format.ps1xml'
        }
        """;

    private const string Functions = """
        function Get-Thing {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [string] $Name, [int] $Count = 2)
            1..$Count | ForEach-Object { [pscustomobject] @{ PSTypeName = 'Fixture.Thing'; Name = $Name; Number = $_; Hidden = 'unseen' } }
        }
        function Get-Bad {
            [CmdletBinding()]
            param([string] $Name = 'bad', [switch] $Terminate)
            $record = [System.Management.Automation.ErrorRecord]::new([System.ArgumentException]::new('raw'), 'ThingNotFound', 'ObjectNotFound', $Name)
            $record.ErrorDetails = [System.Management.Automation.ErrorDetails]::new("There is no thing '$Name'. Did you mean 'good'?")
            $record.ErrorDetails.RecommendedAction = 'Get-Thing lists them.'
            if ($Terminate) { $PSCmdlet.ThrowTerminatingError($record) } else { $PSCmdlet.WriteError($record) }
        }
        function Write-Stream {
            [CmdletBinding()]
            param()
            $PSCmdlet.WriteWarning('a warning')
            $PSCmdlet.WriteVerbose('a detail')
            $PSCmdlet.WriteDebug('a trace')
            $progress = [System.Management.Automation.ProgressRecord]::new(1, 'Sizing', 'under way')
            $progress.PercentComplete = 40
            $PSCmdlet.WriteProgress($progress)
            'data'
        }
        function Remove-Thing {
            [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
            param()
            if ($PSCmdlet.ShouldProcess('thing')) { 'removed' }
        }
        """;

    private const string Views = """
        <Configuration>
          <ViewDefinitions>
            <View>
              <Name>Fixture.Thing</Name>
              <ViewSelectedBy><TypeName>Fixture.Thing</TypeName></ViewSelectedBy>
              <TableControl>
                <TableHeaders>
                  <TableColumnHeader><Label>THE NAME</Label><Width>12</Width></TableColumnHeader>
                  <TableColumnHeader><Label>NO</Label><Width>4</Width><Alignment>Right</Alignment></TableColumnHeader>
                </TableHeaders>
                <TableRowEntries>
                  <TableRowEntry>
                    <TableColumnItems>
                      <TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>
                      <TableColumnItem><PropertyName>Number</PropertyName></TableColumnItem>
                    </TableColumnItems>
                  </TableRowEntry>
                </TableRowEntries>
              </TableControl>
            </View>
          </ViewDefinitions>
        </Configuration>
        """;

    public FixtureModule()
    {
        Folder = Path.Combine(Scratch.FullName, "Fixture");
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "Fixture.psd1"), Manifest);
        File.WriteAllText(Path.Combine(Folder, "Fixture.psm1"), Functions);
        File.WriteAllText(Path.Combine(Folder, "Fixture.format.ps1xml"), Views);
    }

    /// <summary>A folder for the scripts of a test; gone with the fixture.</summary>
    public DirectoryInfo Scratch { get; } = Directory.CreateTempSubdirectory("llmsizing-shell-");

    /// <summary>The module's folder.</summary>
    public string Folder { get; }

    /// <summary>Writes a file into the scratch folder and gives its path.</summary>
    public string WriteFile(string name, string text)
    {
        var path = Path.Combine(Scratch.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Scratch.Delete(recursive: true);
}
