#pragma warning disable
using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Globalization;
using YamlDotNet.RepresentationModel;
namespace LlmSizing;
public sealed class CatalogLibrary {
  readonly string folder; readonly Lazy<Catalog> cat; readonly Lazy<Texts> en; readonly Lazy<Texts> pt;
  public CatalogLibrary(string f){ folder=f; cat=new(()=>Read()); en=new(()=>T("en-US",null)); pt=new(()=>T("pt-BR",en.Value)); }
  static YamlMappingNode Root(string f){ var s=new YamlStream(); using var r=new StreamReader(f); s.Load(r); return (YamlMappingNode)s.Documents[0].RootNode; }
  Texts T(string c, Texts? fb)=>new(c,()=>((YamlMappingNode)Root(Path.Combine(folder,$"texts.{c}.yaml")).Children["texts"]).Children.ToDictionary(k=>k.Key.ToString(),k=>k.Value.ToString()),fb);
  static string? S(YamlNode n,string k)=>((YamlMappingNode)n).Children.TryGetValue(k,out var v)?v.ToString():null;
  static decimal? D(YamlNode n,string k)=>S(n,k) is string s?decimal.Parse(s,CultureInfo.InvariantCulture):null;
  static string[] L(YamlNode n,string k)=>((YamlMappingNode)n).Children.TryGetValue(k,out var v)&&v is YamlSequenceNode q?q.Select(x=>x.ToString()).ToArray():[];
  static EntryInfo I(YamlNode n)=>new(S(n,"name")!,L(n,"aliases"),L(n,"source"),S(n,"estimate"),S(n,"notes"));
  static RatioRule R(YamlNode n,string k,NumberRange r){var m=((YamlMappingNode)n).Children[k];return new(r,D(m,"default")??0,D(m,"min"),D(m,"max"));}
  Catalog Read(){ var c=new Catalog();
    foreach(var f in Directory.GetFiles(folder,"*.yaml",SearchOption.AllDirectories).OrderBy(x=>x,StringComparer.Ordinal)){ var root=Root(f);
      foreach(var kv in root.Children){ if(kv.Value is not YamlSequenceNode q) continue; foreach(var n in q) switch(kv.Key.ToString()){
       case "models": c.models.Add(new Model(I(n),((YamlSequenceNode)((YamlMappingNode)n).Children["layers"]).Select(l=>S(l,"layout")=="full"?(LayerGroup)new FullAttention((long)D(l,"count"),(long)D(l,"num_key_value_heads"),(long)D(l,"head_dim"),(long?)D(l,"value_head_dim")):new SlidingAttention((long)D(l,"count"),(long)D(l,"num_key_value_heads"),(long)D(l,"head_dim"),(long)D(l,"sliding_window"),(long?)D(l,"value_head_dim"))).ToArray(),(long)D(n,"max_position_embeddings"),KvPrecision.Find(S(n,"default_kv_precision")!)!,S(n,"family"),D(n,"total_params_b"),D(n,"active_params_b"),D(n,"weights_gib"))); break;
       case "servers": c.servers.Add(new Server(I(n),(long)D(n,"gpus"),(decimal)D(n,"hbm_per_gpu_gb"),S(n,"gpu"),D(n,"usable_hbm_per_gpu_gib"),D(n,"hbm_bandwidth_tb_s"),S(n,"fp8_units") is string a?a=="true":null,S(n,"int8_units") is string b?b=="true":null)); break;
       case "storage": c.st.Add(new StorageProfile(I(n),S(n,"type")!,(long?)D(n,"iops_read"),(long?)D(n,"iops_write"),D(n,"throughput_read_gb_s"),D(n,"throughput_write_gb_s"),D(n,"latency_p99_read_ms"),D(n,"latency_p99_write_ms"))); break;
       case "scenarios": c.sc.Add(new Scenario(I(n),R(n,"peak_headroom_ratio",Limits.PeakHeadroomRatio),R(n,"kv_budget_ratio",Limits.KvBudgetRatio),HaMode.Find(S(n,"ha_mode")!)!,(decimal)D(n,"runtime_overhead_gib_per_gpu"))); break; } } }
    return c; }
  public Catalog Load(IReadOnlyList<string> p)=>cat.Value; public Texts GetTexts(string? c)=>c=="pt-BR"?pt.Value:en.Value; public IReadOnlyList<string> Cultures=>["en-US","pt-BR"];
  public IReadOnlyList<SizingParameter> GetParameters(string? c)=>((YamlSequenceNode)Root(Path.Combine(folder,$"parameters.{c??"en-US"}.yaml")).Children["parameters"]).Select(n=>new SizingParameter(S(n,"name")!,S(n,"description")!,S(n,"origin")!,S(n,"importance")!,S(n,"common_error")!,S(n,"in_report")=="true")).ToArray(); }
public sealed class Catalog { public List<Model> models=[]; public List<Server> servers=[]; public List<StorageProfile> st=[]; public List<Scenario> sc=[]; public IReadOnlyList<Model> Models=>models; public IReadOnlyList<Server> Servers=>servers; public IReadOnlyList<StorageProfile> StorageProfiles=>st; public IReadOnlyList<Scenario> Scenarios=>sc; public IReadOnlyList<CatalogProblem> Problems=>[]; public IReadOnlyList<CatalogFile> Files=>[]; public Model? FindModel(string n)=>models.FirstOrDefault(x=>x.Name==n); public Server? FindServer(string n)=>servers.FirstOrDefault(x=>x.Name==n); public StorageProfile? FindStorage(string n)=>st.FirstOrDefault(x=>x.Name==n); }
public sealed class CatalogProblem { public string Path=>""; public long Line=>0; public long Column=>0; public string? Entry=>""; public string? Field=>""; public string Code=>""; public string Message=>""; public string Suggestion=>""; }
public sealed class CatalogFile { public string Path=>""; public int Entries=>0; public double Milliseconds=>0; }
public static class CatalogChecker { public static IReadOnlyList<CatalogProblem> Check(IReadOnlyList<string> p)=>[]; }
