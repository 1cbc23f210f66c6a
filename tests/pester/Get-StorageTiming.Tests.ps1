#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Storage in pwsh: loads of a model, a grid from a CSV file, and what a sizing says of its storage.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/LlmSizing/LlmSizing.psd1') -Force
}

Describe 'Get-StorageTiming' {
    It 'divides a shared filer by the nodes' {
        $one, $four = Get-StorageTiming llama-3.3-70b hgx-h100-8 nfs-100gbe -Nodes 1, 4 -StorageShared
        $four.AllNodesSeconds / $one.AllNodesSeconds | Should -Be 4
    }

    It 'reads a file of requirements' {
        $path = Join-Path $TestDrive 'loads.csv'
        Set-Content -Path $path -Value 'Model,Server,Storage,Nodes', 'llama-3.3-70b,hgx-h100-8,nfs-100gbe,2', 'llama-3.3-70b,hgx-h100-8,profile_default,3'
        (Import-Csv $path | Get-StorageTiming).Nodes | Should -Be 2, 3
    }

    It 'writes no type names into a CSV file' {
        Get-StorageTiming llama-3.3-70b hgx-h100-8 nfs-100gbe | ConvertTo-Csv | Should -Not -Match 'LlmSizing\.'
    }

    It 'survives a job with its rationale' {
        $module = (Get-Module LlmSizing).ModuleBase
        $timing = Start-Job { Import-Module $using:module; Get-StorageTiming llama-3.3-70b hgx-h100-8 nfs-100gbe } | Receive-Job -Wait -AutoRemoveJob
        $timing.Rationale.Formula.Count | Should -Be 2
    }
}

Describe 'Invoke-LlmSizing and storage' {
    It 'warns when a start takes longer than asked for' {
        $sizing = Invoke-LlmSizing llama-3.3-70b hgx-h100-8 nfs-10gbe -Concurrency 100 -EffectiveContext 8192 -Scenario recommended -MaxLoadSeconds 10
        $sizing.Alerts.Code | Should -Contain 'storage_load_slow'
    }

    It 'says nothing of storage unless asked' {
        $sizing = Invoke-LlmSizing llama-3.3-70b hgx-h100-8 nfs-10gbe -Concurrency 100 -EffectiveContext 8192 -Scenario recommended
        $sizing.Metrics.Metric | Should -Not -Contain 'model_load_seconds'
    }
}
