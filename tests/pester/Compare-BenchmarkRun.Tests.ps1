#requires -Version 5.1
#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What benchmarks wrote, beside predictions, in pwsh: files by wildcard and by pipe, bad ones, other processes.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/LlmSizing/LlmSizing.psd1') -Force
    $manifest = (Get-Module LlmSizing).ModuleBase
    $sample = (Resolve-Path (Join-Path $PSScriptRoot '../../docs/examples/vllm-bench.json')).ProviderPath
}

Describe 'Compare-BenchmarkRun' {
    It 'has a row for each quantity that a run states' {
        $rows = Compare-BenchmarkRun $sample dgx-h100
        $rows.Quantity | Should -Be 'ttft', 'tpot', 'itl', 'requests_per_second', 'output_tokens_per_second'
        foreach ($row in $rows) {
            $row.Predicted | Should -BeGreaterThan 0
            [Math]::Abs(($row.Predicted / $row.Measured - 1) * 100 - $row.DifferencePercent) | Should -BeLessThan 0.1
        }
    }

    It 'takes files from Get-ChildItem and by wildcard' {
        Copy-Item $sample (Join-Path $TestDrive 'one.json')
        Copy-Item $sample (Join-Path $TestDrive '[two].json')
        (Get-ChildItem -Path $TestDrive -Filter *.json | Compare-BenchmarkRun -Server dgx-h100).Count | Should -Be 10
        (Compare-BenchmarkRun (Join-Path $TestDrive '*.json') dgx-h100).Count | Should -Be 10
    }

    It 'reads a run to a line' {
        $run = (Get-Content $sample | ForEach-Object { $_.Trim() }) -join ''
        $path = Join-Path $TestDrive 'runs.jsonl'
        Set-Content -Path $path -Value $run, $run, $run
        (Compare-BenchmarkRun $path dgx-h100 | Where-Object Quantity -EQ tpot).Count | Should -Be 3
    }

    It 'goes on after a file that is no result, and names it' {
        $bad = Join-Path $TestDrive 'bad.json'
        Set-Content -Path $bad -Value '{ "request_throughput": '
        $rows = Compare-BenchmarkRun $bad, $sample dgx-h100 -ErrorVariable problems -ErrorAction SilentlyContinue
        $rows.Count | Should -Be 5
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'RunNotRead,*'
        "$($problems[0])" | Should -Match 'bad\.json'
    }

    It 'asks for a model that the run does not name' {
        $path = Join-Path $TestDrive 'unnamed.json'
        $run = Get-Content $sample -Raw | ConvertFrom-Json
        $run.model_id = '/models/mine'
        Set-Content -Path $path -Value ($run | ConvertTo-Json -Compress)
        Compare-BenchmarkRun $path dgx-h100 -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'RunModelNotFound,*'
        (Compare-BenchmarkRun $path dgx-h100 -Model llama-3.1-8b).Count | Should -Be 5
    }

    It 'is the same in a job' {
        $here = Compare-BenchmarkRun $sample dgx-h100
        $rows = Start-Job -ArgumentList $manifest, $sample -ScriptBlock { Import-Module $args[0]; Compare-BenchmarkRun $args[1] dgx-h100 } | Receive-Job -Wait -AutoRemoveJob
        $rows.Predicted | Should -Be $here.Predicted
        $rows[0].Rationale.Interpretation | Should -Be $here[0].Rationale.Interpretation
    }

    It 'writes no type names into a CSV file' {
        Compare-BenchmarkRun $sample dgx-h100 | ConvertTo-Csv | Should -Not -Match 'LlmSizing\.'
    }
}
