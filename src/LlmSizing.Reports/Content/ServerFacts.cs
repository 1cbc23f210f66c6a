using System.Collections.Generic;

namespace LlmSizing;

internal static class ServerFacts
{
    public static IEnumerable<InputFact> Of(Server server) =>
    [
        new("name", server.Name),
        new("gpus", NumberText.Grouped(server.Gpus)),
        new("hbm_per_gpu_gb", NumberText.AsWritten(server.HbmPerGpuGb) + " GB"),
        new("total_hbm_gb", $"{NumberText.AsWritten(server.TotalHbmGb)} GB ({NumberText.Gib(server.HbmTotalBytes, 1)} GiB)"),
    ];
}
