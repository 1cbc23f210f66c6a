@{
    RootModule             = 'LlmSizing.PowerShell.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '6d0f4a4e-6c0b-4c7e-9a57-3d4a7d7f1c52'
    Author                 = 'the LlmSizing authors'
    CompanyName            = 'LlmSizing'
    Copyright              = '(c) 2026 the LlmSizing authors. MIT License.'
    Description            = 'Sizes LLM inference: KV cache per session, sessions per node and nodes, each number with its rationale, with alerts and a report.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    TypesToProcess         = @('LlmSizing.types.ps1xml')
    FormatsToProcess       = @('LlmSizing.format.ps1xml')
    CmdletsToExport        = @(
        'Compare-BenchmarkRun'
        'Compare-EngineLog'
        'Compare-LlmSizing'
        'Export-LlmModel'
        'Export-SizingReport'
        'Find-LlmPlacement'
        'Format-SizingReport'
        'Get-EngineMemory'
        'Get-KvPerSession'
        'Get-LlmCapacity'
        'Get-LlmModel'
        'Get-LlmScenario'
        'Get-LlmServer'
        'Get-LlmStorage'
        'Get-LlmWeights'
        'Get-LlmPerformance'
        'Get-RuntimeOverhead'
        'Get-SizingMetric'
        'Get-SizingParameter'
        'Get-StorageTiming'
        'Import-LlmModel'
        'Invoke-LlmSimulation'
        'Import-SizingRequirement'
        'Invoke-LlmSizing'
        'Measure-LlmGrowth'
        'Measure-LlmSensitivity'
        'Measure-LlmFleet'
        'Test-LlmCatalog'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags       = @('LLM', 'GPU', 'sizing', 'inference', 'KV-cache', 'capacity', 'PSEdition_Desktop', 'PSEdition_Core')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
