namespace LlmSizing;

/// <summary>The kinds of problem. Scripts filter on them: a code is never renamed.</summary>
internal static class ProblemCodes
{
    // The path.
    public const string PathNotFound = "path_not_found";
    public const string Unreadable = "unreadable";
    public const string NoCatalogFile = "no_catalog_file";
    public const string TooManyFiles = "too_many_files";
    public const string NotACatalogFile = "not_a_catalog_file";

    // The file as a whole.
    public const string EmptyFile = "empty_file";
    public const string FileTooLarge = "file_too_large";
    public const string Encoding = "encoding";
    public const string Character = "character";
    public const string Directive = "directive";
    public const string Syntax = "syntax";
    public const string NotJson = "not_json";
    public const string SeveralDocuments = "several_documents";
    public const string TooDeep = "too_deep";
    public const string TooManyNodes = "too_many_nodes";
    public const string TextTooLong = "text_too_long";
    public const string ComplexKey = "complex_key";
    public const string TooManyProblems = "too_many_problems";

    // YAML that is not data.
    public const string Anchor = "anchor";
    public const string Alias = "alias";
    public const string Tag = "tag";
    public const string MergeKey = "merge_key";
    public const string DuplicateKey = "duplicate_key";

    // A field.
    public const string UnknownKey = "unknown_key";
    public const string MissingField = "missing_field";
    public const string EmptyValue = "empty_value";
    public const string WrongType = "wrong_type";
    public const string NotANumber = "not_a_number";
    public const string NotWhole = "not_whole";
    public const string TooManyDecimals = "too_many_decimals";
    public const string OutOfRange = "out_of_range";
    public const string NotOneOf = "not_one_of";
    public const string BadName = "bad_name";
    public const string BadText = "bad_text";
    public const string BadLayers = "bad_layers";
    public const string BadWeights = "bad_weights";

    // A file of requirements.
    public const string NotCsv = "not_csv";
    public const string RowLength = "row_length";
    public const string SharesDoNotAddUp = "shares_do_not_add_up";

    // An entry among others.
    public const string LayersDoNotAddUp = "layers_do_not_add_up";
    public const string BadGroup = "bad_group";
    public const string UnexpectedField = "unexpected_field";
    public const string WindowMissing = "window_missing";
    public const string WindowUnexpected = "window_unexpected";
    public const string ActiveAboveTotal = "active_above_total";
    public const string DuplicateName = "duplicate_name";
    public const string DuplicateAlias = "duplicate_alias";
}
