#requires -Version 5.1
#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/LlmSizing') -Force
    $manifest = (Get-Module LlmSizing).ModuleBase
    $sweep = @{ Model = 'opt-oss-20b', 'opt-oss-120b'; Server = 'dgx-h100', 'dgx-b200'; Concurrency = 1..25; EffectiveContext = 8192, 65536 }
}

Describe 'ThrottleLimit' {
    It 'writes with <_> workers what one writes' -ForEach 2, 7 {
        $one = Invoke-LlmSizing @sweep | Format-SizingReport -As Csv -Culture en-US
        Invoke-LlmSizing @sweep -ThrottleLimit $_ | Format-SizingReport -As Csv -Culture en-US | Should -BeExactly $one
    }

    It 'ends when the reader has enough' {
        $first = Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency (1..100000) -EffectiveContext (1..10000) -ThrottleLimit 4 | Select-Object -First 5
        $first.EffectiveContext | Should -Be 1, 1, 1, 2, 2
    }
}

Describe 'Shard' {
    It 'joins <Of> files of <Extension> to the bytes of the whole' -ForEach @(
        foreach ($extension in 'csv', 'jsonl') { foreach ($of in 1, 3, 16) { @{ Extension = $extension; Of = $of } } }
    ) {
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive "$Extension-$Of")
        Invoke-LlmSizing @sweep -Scenario ideal | Export-SizingReport "$folder/whole.$Extension" -Culture pt-BR
        foreach ($n in 1..$Of) {
            Invoke-LlmSizing @sweep -Scenario ideal -Shard "$n/$Of" | Export-SizingReport ("$folder/{0:d4}.$Extension" -f $n) -Culture pt-BR -Shard "$n/$Of"
        }
        $parts = Get-ChildItem -Path $folder -Filter "0*.$Extension" | Sort-Object -Property Name
        $bytes = [byte[]]@($parts | ForEach-Object { [System.IO.File]::ReadAllBytes($_.FullName) })
        [Convert]::ToBase64String($bytes) | Should -BeExactly ([Convert]::ToBase64String([System.IO.File]::ReadAllBytes("$folder/whole.$Extension")))
    }

    It 'joins the parts of jobs' {
        $script = Join-Path $PSScriptRoot '../../docs/examples/sweep.ps1'
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive 'jobs')
        & $script -Module $manifest -Folder $TestDrive
        1..3 | ForEach-Object { Start-Job -FilePath $script -ArgumentList "$_/3", 1, "$folder", $manifest } | Receive-Job -Wait -AutoRemoveJob
        $bytes = [byte[]]@(Get-ChildItem -Path $folder | Sort-Object -Property Name | ForEach-Object { [System.IO.File]::ReadAllBytes($_.FullName) })
        [Convert]::ToBase64String($bytes) | Should -BeExactly ([Convert]::ToBase64String([System.IO.File]::ReadAllBytes("$TestDrive/sizing-0000001.csv")))
    }
}

Describe 'Start-Job' {
    It 'gives results that a report takes' {
        $here = Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536 | Format-SizingReport -Culture pt-BR
        $results = Start-Job -ArgumentList $manifest -ScriptBlock {
            Import-Module $args[0]
            Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536
        } | Receive-Job -Wait -AutoRemoveJob
        $results | Format-SizingReport -Culture pt-BR | Should -BeExactly $here
        @($results | Get-SizingMetric nodes_final).Value | Should -Be 1, 2, 3
    }

    It 'gives <Name> that a report and a comparison take' -ForEach @(
        @{ Name = 'requests in time'; Load = @{ RequestsPerSecond = 2; InputTokens = 1200; OutputTokens = 300; TtftSloMs = 2000; TensorParallel = 8 } }
        @{ Name = 'prices and storage'; Load = @{ Concurrency = 100; PricePerHour = 80; Currency = 'EUR'; Storage = 'nfs-100gbe'; ModelVersions = 3 } }
    ) {
        $here = Invoke-LlmSizing llama-3.3-70b dgx-h100 -EffectiveContext 8192 @Load
        $results = Start-Job -ArgumentList $manifest, $Load -ScriptBlock {
            $load = $args[1]
            Import-Module $args[0]
            Invoke-LlmSizing llama-3.3-70b dgx-h100 -EffectiveContext 8192 @load
        } | Receive-Job -Wait -AutoRemoveJob
        $results | Format-SizingReport -As Json | Should -BeExactly ($here | Format-SizingReport -As Json)
        $results | Compare-LlmSizing -As Csv | Should -BeExactly ($here | Compare-LlmSizing -As Csv)
    }

    It 'gives simulations that a report takes' {
        $load = @{ RequestsPerSecond = 5; InputTokens = 'lognormal(1200,0.8)'; OutputTokens = 200; TensorParallel = 8; Requests = 500 }
        $result = Start-Job -ArgumentList $manifest, $load -ScriptBlock {
            $load = $args[1]
            Import-Module $args[0]
            Invoke-LlmSimulation llama-3.3-70b dgx-h100 @load
        } | Receive-Job -Wait -AutoRemoveJob
        $result | Format-SizingReport -As Json | Should -BeExactly (Invoke-LlmSimulation llama-3.3-70b dgx-h100 @load | Format-SizingReport -As Json)
    }

    It 'takes entries of this session and gives back entries that are inputs again' {
        $model, $server = Start-Job -ArgumentList $manifest, (Get-LlmModel opt-oss-20b), (Get-LlmServer dgx-b200) -ScriptBlock {
            Import-Module $args[0]
            $args[1] | Invoke-LlmSizing -Server $args[2] -Concurrency 500 -EffectiveContext 65536 > $null
            Get-LlmModel opt-oss-20b
            Get-LlmServer dgx-b200
        } | Receive-Job -Wait -AutoRemoveJob
        ($model | Invoke-LlmSizing -Server $server -Concurrency 500 -EffectiveContext 65536).SessionsPerNode | Should -Be 1137, 1137, 1056
    }

    It 'refuses a model that no catalog here has, with what to do' {
        $config = Join-Path $PSScriptRoot '../../docs/examples/small-config.json'
        $model = Start-Job -ArgumentList $manifest, $config -ScriptBlock {
            Import-Module $args[0]
            Import-LlmModel -LiteralPath $args[1] -Name never-seen
        } | Receive-Job -Wait -AutoRemoveJob
        $model | Get-KvPerSession -EffectiveContext 8192 -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'CopyNotUsable,*'
    }
}

Describe 'ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    It 'computes the parts at the same time' {
        $whole = Invoke-LlmSizing @sweep | Format-SizingReport -As Csv -Culture en-US
        $parts = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            $asked = $using:sweep
            @{ Number = $_; Text = Invoke-LlmSizing @asked -Shard "$_/4" | Format-SizingReport -As Csv -Culture en-US -Shard "$_/4" }
        } | Sort-Object -Property { $_.Number }
        -join $parts.Text | Should -BeExactly $whole
    }
}
