//! Whether what is printed keeps the schema of its kind.

use serde_json::Value;
use shuanggang::report::outputs::Output;

pub(crate) fn assert_valid(name: &str, printed: &Value) {
    let output = Output::parse(name).unwrap();
    let validator = jsonschema::draft202012::new(output.schema().as_value()).unwrap();
    let faults: Vec<_> = validator.iter_errors(printed).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert_eq!(faults, Vec::<String>::new(), "{name}");
    assert_eq!(printed["schema"], output.version);
    // What an index says of itself where nobody knows its unit.
    assert!(!printed.to_string().contains("index without its unit"), "{name}");
}
