#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Import-LlmModel in pwsh: what Get-ChildItem pipes, wildcards, and a round trip through a catalog file.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/LlmSizing/LlmSizing.psd1') -Force
    $config = Join-Path $PSScriptRoot '../../docs/examples/small-config.json'
    Copy-Item $config (Join-Path $TestDrive 'one-config.json')
    Copy-Item $config (Join-Path $TestDrive 'two-config.json')
    Set-Content -Path (Join-Path $TestDrive 'zero-config.json') -Value '{ "architectures": 1 }'
}

Describe 'Import-LlmModel' {
    It 'imports what Get-ChildItem pipes and writes one error for what is broken' {
        $models = Get-ChildItem $TestDrive -Filter '*-config.json' | Import-LlmModel -ErrorVariable problems -ErrorAction SilentlyContinue
        $models.Name | Should -Be 'one', 'two'
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -Be 'CannotImport,LlmSizing.Commands.ImportLlmModelCommand'
    }

    It 'resolves wildcards' {
        (Import-LlmModel (Join-Path $TestDrive 't*-config.json')).Name | Should -Be 'two'
    }

    It 'gives a model that sizes alike from a catalog file' {
        $catalog = Join-Path $TestDrive 'mine.yaml'
        $model = Import-LlmModel (Join-Path $TestDrive 'one-config.json')
        $model | Export-LlmModel $catalog
        $again = Get-LlmModel one -CatalogPath $catalog | Get-KvPerSession -EffectiveContext 8192
        $again.Bytes | Should -Be ($model | Get-KvPerSession -EffectiveContext 8192).Bytes
    }

    It 'refuses offline what is not in the cache' {
        { Import-LlmModel -Repository no-such-owner/no-such-model -Offline -ErrorAction Stop } | Should -Throw -ErrorId 'CannotImport,LlmSizing.Commands.ImportLlmModelCommand'
    }
}
