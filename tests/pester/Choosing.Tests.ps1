#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Comparison, capacity, growth and sensitivity through Format-Table, Export-Csv and ConvertFrom-Json.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/LlmSizing/LlmSizing.psd1') -Force
    $load = @{ Model = 'opt-oss-20b'; Server = 'dgx-b200'; Concurrency = 5000; EffectiveContext = 65536; KvPrecision = 'fp8' }
}

Describe 'Compare-LlmSizing' {
    It 'is a table with a column for each option' {
        $text = Invoke-LlmSizing @load | Compare-LlmSizing | Format-Table | Out-String -Width 200
        $text | Should -Match 'Metric\s+minimum\s+recommended\s+ideal'
        $text | Should -Match 'nodes_final\s+5 nodes \*\s+7 nodes \(\+40\.0%\)'
    }

    It 'exports a column for each option' {
        $path = Join-Path $TestDrive 'options.csv'
        Invoke-LlmSizing @load | Compare-LlmSizing | Export-Csv -Path $path -NoTypeInformation
        (Import-Csv $path | Where-Object Metric -EQ 'nodes_final').recommended | Should -Be '7 nodes (+40.0%)'
    }

    It 'writes JSON that ConvertFrom-Json reads' {
        $report = Invoke-LlmSizing @load | Compare-LlmSizing -Baseline ideal -As Json | ConvertFrom-Json
        $report.baseline | Should -Be 'ideal'
        ($report.metrics | Where-Object name -EQ 'nodes_final').options[0].is_better | Should -BeTrue
    }
}

Describe 'Get-LlmCapacity' {
    It 'is sized back to the nodes' {
        $capacity = Get-LlmCapacity opt-oss-20b dgx-b200 -Nodes 3 -EffectiveContext 65536 -Scenario recommended
        (Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency $capacity.Sessions -EffectiveContext 65536 -Scenario recommended).NodesFinal | Should -Be 3
        (Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency ($capacity.Sessions + 1) -EffectiveContext 65536 -Scenario recommended).NodesFinal | Should -Be 4
        $capacity | Format-Table | Out-String -Width 200 | Should -Match 'KvCache'
    }
}

Describe 'Measure-LlmGrowth' {
    It 'buys what the last month needs' {
        $months = Invoke-LlmSizing @load -Scenario minimum | Measure-LlmGrowth 0.08 -Months 24
        ($months | Measure-Object NodesToBuy -Sum).Sum | Should -Be $months[-1].NodesFinal
    }
}

Describe 'Measure-LlmSensitivity' {
    It 'draws 100,000 loads with the same result for the same seed' {
        $first, $second = 1..2 | ForEach-Object { Invoke-LlmSizing @load -Scenario minimum | Measure-LlmSensitivity -Uncertainty 0.2 | ConvertTo-Json -Depth 4 }
        $first | Should -Be $second
        ($first | ConvertFrom-Json).Draws | Should -Be 100000
    }
}
