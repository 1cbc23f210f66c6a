#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Power, racks and price on Invoke-LlmSizing, as a runbook asks for them.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/LlmSizing/LlmSizing.psd1') -Force
    $load = @{ Model = 'opt-oss-20b'; Concurrency = 500; EffectiveContext = 65536; Scenario = 'recommended' }
}

Describe 'Invoke-LlmSizing, power and price' {
    It 'multiplies the power and the price of a node by the nodes' {
        $metrics = Invoke-LlmSizing @load -Server dgx-b200 -Pue 1.3 -RackPowerKw 40 -PricePerHour 0.1 -Currency EUR | Get-SizingMetric
        ($metrics | Where-Object Metric -EQ power_peak_kw).Value | Should -Be 28.6
        ($metrics | Where-Object Metric -EQ facility_power_kw).Value | Should -Be 37.18
        ($metrics | Where-Object Metric -EQ racks).Value | Should -Be 1
        ($metrics | Where-Object Metric -EQ price_per_hour).Value | Should -Be ([decimal]'0.2')
        ($metrics | Where-Object Metric -EQ price_per_month).Unit | Should -Be 'EUR/month'
    }

    It 'leaves power unknown where the catalog does, and says above what' {
        $result = Invoke-LlmSizing @load -Server hgx-h100-8 -Pue 1.3
        $result.Alerts.Code | Should -Contain 'power_unknown'
        $peak = $result | Get-SizingMetric power_peak_kw
        $peak.Value | Should -BeNullOrEmpty
        $peak.Display | Should -Match '16\.8 kW'
    }

    It 'takes the prices of a file row by row' {
        $rows = 'Server,price_per_hour', 'dgx-b200,10', 'dgx-h100,20' | ConvertFrom-Csv
        $prices = $rows | Invoke-LlmSizing @load | Get-SizingMetric price_per_hour
        $prices.Value | Should -Be 20, 60
    }

    It 'refuses <Value> as a price' -TestCases @{ Value = '0,2' }, @{ Value = '1.000' }, @{ Value = '' }, @{ Value = -1 }, @{ Value = [double]::NaN } {
        { Invoke-LlmSizing @load -Server dgx-b200 -PricePerHour $Value } | Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
    }

    It 'says nothing of power and price when nothing is asked' {
        (Invoke-LlmSizing @load -Server dgx-b200 | Get-SizingMetric).Metric | Should -Not -Contain 'power_peak_kw'
    }

    It 'finds prices by server in a price catalog, and says which it does not know' {
        $prices = Join-Path $PSScriptRoot '../../docs/examples/prices.yaml'
        $results = Invoke-LlmSizing @load -Server dgx-b200, dgx-h100, hgx-h100-8 -PriceCatalog $prices
        ($results | Get-SizingMetric cost_per_month).Display | Should -Be '4,000.00 EUR/month', '21,900.00 EUR/month', 'unknown'
        $results[2].Alerts.Code | Should -Contain 'price_unknown'
        $results[1].Alerts.Code | Should -Not -Contain 'price_unknown'
        { Invoke-LlmSizing @load -Server dgx-b200 -PriceCatalog $prices -Currency USD -ErrorAction Stop } | Should -Throw '*EUR*USD*'
    }

    It 'prices the tokens of the load, and those that are given in their place' {
        $timed = @{ Model = 'llama-3.3-70b'; Server = 'dgx-h100'; EffectiveContext = 8192; Scenario = 'recommended'; RequestsPerSecond = 20; InputTokens = 1200; OutputTokens = 300; PricePerHour = 10 }
        $predicted = Invoke-LlmSizing @timed | Get-SizingMetric price_per_million_output_tokens
        $given = Invoke-LlmSizing @timed -OutputTokensPerSecond 1000 | Get-SizingMetric price_per_million_output_tokens
        $predicted.Rationale.Formula | Should -Match 'requests_per_second'
        $given.Rationale.Formula | Should -Match 'output_tokens_per_second'
    }
}
