#requires -Version 5.1
<#
.SYNOPSIS
Computes one part of a sweep into a file of its own; the files of all parts, one behind the other, are the whole.
.EXAMPLE
./sweep.ps1 -Shard 3/16 -ThrottleLimit 8 -Folder results -Module ../../out/LlmSizing
#>
[CmdletBinding()]
param(
    [string] $Shard = '1/1',

    [int] $ThrottleLimit = 1,

    [string] $Folder = '.',

    [string] $Module = 'LlmSizing'
)

# A part that could not be computed must not look like one that could.
$ErrorActionPreference = 'Stop'
Import-Module $Module

$sweep = @{
    Model            = (Get-LlmModel qwen3-*, llama-3.*)
    Server           = (Get-LlmServer dgx-*)
    Concurrency      = 100, 200, 500, 1000, 2000
    EffectiveContext = 8192, 32768, 131072
    KvPrecision      = 'fp8', 'bf16'
    Scenario         = 'recommended'
}

# Zeros in front, so that the order of the names is the order of the parts.
$part = '{0:d7}' -f [int]$Shard.Split('/')[0]
# A combination that cannot be sized is an error in its place, and no reason to lose the others.
Invoke-LlmSizing @sweep -Shard $Shard -ThrottleLimit $ThrottleLimit -ErrorAction Continue |
    Export-SizingReport "$Folder/sizing-$part.csv" -Culture en-US -Shard $Shard
