#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

Describe 'Invoke-LlmSimulation' {
    BeforeAll {
        $module = Join-Path $PSScriptRoot '../../out/LlmSizing/LlmSizing.psd1'
        Import-Module $module -Force
        $load = @{ Model = 'llama-3.3-70b'; Server = 'hgx-h100-8'; TensorParallel = 8; InputTokens = 'lognormal(1200,0.8)'; OutputTokens = 200; Requests = 500 }
    }
    It 'ends every request once' {
        $result = Invoke-LlmSimulation @load -RequestsPerSecond 5
        $result.Finished | Should -Be 500
        $result.Checks.Holds | Should -Not -Contain $false
    }
    It 'gives the same result for the same seed' {
        $first = Invoke-LlmSimulation @load -RequestsPerSecond 5 -Seed 3
        (Invoke-LlmSimulation @load -RequestsPerSecond 5 -Seed 3).Ttft.MeanMs | Should -Be $first.Ttft.MeanMs
        (Invoke-LlmSimulation @load -RequestsPerSecond 5 -Seed 4).Ttft.MeanMs | Should -Not -Be $first.Ttft.MeanMs
    }
    It 'goes into every report' -ForEach 'Text', 'Markdown', 'Json', 'Csv', 'JsonLines' {
        Invoke-LlmSimulation @load -Concurrency 10 | Format-SizingReport -As $_ | Should -Match 'ttft|TTFT'
    }
    It 'refuses to lose the last node' {
        { Invoke-LlmSimulation @load -Concurrency 10 -FailAtSeconds 5 -ErrorAction Stop } | Should -Throw '*write more Replicas*'
    }
    It 'survives a job' {
        $job = Start-Job { param($module, $load) Import-Module $module; Invoke-LlmSimulation @load -RequestsPerSecond 5 } -ArgumentList $module, $load
        (Receive-Job $job -Wait -AutoRemoveJob).Checks.Count | Should -Be 6
    }
}
