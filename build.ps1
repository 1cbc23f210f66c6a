#requires -Version 5.1
<#
.SYNOPSIS
Builds the module into out/LlmSizing, and on request tests and packs it.
.DESCRIPTION
Does what `dotnet build` does. -Test runs `dotnet test` and, where Pester 5 is installed, the suites in tests/pester against the staged module.
-Pack makes out/LlmSizing.<version>.zip of the staged module.
.EXAMPLE
./build.ps1 -Configuration Release -Test -Pack
#>
[CmdletBinding()]
param(
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [switch] $Test,

    [switch] $Pack
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$module = Join-Path $root 'out/LlmSizing'

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args ended with exit code $LASTEXITCODE."
    }
}

Push-Location $root
try {
    Invoke-Dotnet build --configuration $Configuration
    if ($Test) {
        Invoke-Dotnet test --configuration $Configuration --no-build
        if (Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version -ge [version] '5.0' }) {
            Import-Module Pester -MinimumVersion 5.0
            $result = Invoke-Pester -Path (Join-Path $root 'tests/pester') -PassThru
            if ($result.FailedCount -gt 0) {
                throw "$($result.FailedCount) Pester tests failed."
            }
        }
        else {
            Write-Warning 'Pester 5 is not installed: the suites in tests/pester were not run.'
        }
    }
    if ($Pack) {
        $version = (Import-PowerShellDataFile (Join-Path $module 'LlmSizing.psd1')).ModuleVersion
        $archive = Join-Path $root "out/LlmSizing.$version.zip"
        Remove-Item $archive -ErrorAction Ignore
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        [System.IO.Compression.ZipFile]::CreateFromDirectory($module, $archive, [System.IO.Compression.CompressionLevel]::Optimal, $true)
        Get-Item $archive
    }
}
finally {
    Pop-Location
}
