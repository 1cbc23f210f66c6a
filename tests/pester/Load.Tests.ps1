#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Invoke-LlmSizing with requests in time, in pwsh: CSV files, JSON reports, a wrong pair of numbers.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/LlmSizing/LlmSizing.psd1') -Force
    $load = @{ Model = 'llama-3.3-70b'; Server = 'hgx-h100-8'; EffectiveContext = 8192; Engine = 'ideal'; TensorParallel = 8; Scenario = 'recommended' }
}

Describe 'Invoke-LlmSizing with requests in time' {
    It 'reads rates, lengths and promises from a CSV file' {
        $file = Join-Path $TestDrive 'load.csv'
        Set-Content -Path $file -Value 'requests_per_second,input_tokens,output_tokens,ttft_slo_ms', '2,"lognormal(1200,0.8)",300,2000', '200,1200,300,2000'
        $results = Import-Csv $file | Invoke-LlmSizing @load
        $results.Count | Should -Be 2
        $results[1].NodesFinal | Should -BeGreaterThan $results[0].NodesFinal
        $results[0].Load.Peak.TtftMs -le 2000 | Should -BeTrue
    }

    It 'writes the traffic into the JSON report' {
        $report = Invoke-LlmSizing @load -RequestsPerSecond 2 -InputTokens 1200 -OutputTokens 300 | Format-SizingReport -As Json | Out-String | ConvertFrom-Json
        $report.sizings[0].inputs.traffic.requests_per_second | Should -Be 2
        $report.sizings[0].scenarios[0].metrics.name | Should -Contain 'binding'
    }

    It 'refuses sessions and a rate that contradict each other' {
        Invoke-LlmSizing @load -Concurrency 5 -RequestsPerSecond 20 -InputTokens 1200 -OutputTokens 300 -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].Exception.Message | Should -BeLike '*5 sessions and 20 requests/s contradict*'
    }

    It 'carries its load through a job' {
        $result = Start-Job { param($module, $load) Import-Module $module; Invoke-LlmSizing @load -RequestsPerSecond 2 -InputTokens 1200 -OutputTokens 300 } -ArgumentList (Get-Module LlmSizing).ModuleBase, $load | Receive-Job -Wait
        $result.Load.Peak.TtftMs | Should -BeGreaterThan 0
    }
}
