/// The keys of an entry of `fields`.
enum FieldKeys {
    static let path = Key("path", .plain(.jsonPath), doc: "Where the value is in the record.", example: "$.price")
    static let value = Key(
        "value", .value, .record, doc: "The value: a template, which sees the record as `record`, or as it is.",
        example: "${record.first} ${record.last}")
    static let type = Key(
        "type", .plain(ScalarReader<ValueType>.word), standard: "as it is", doc: "What the value is turned into.",
        example: "number")
    static let standard = Key(
        "default", .json, standard: "null", doc: "The value when there is none or it is null.", example: "0")
    static let required = Key(
        "required", .plain(.boolean), standard: "false", doc: "Whether it is an error when there is none.",
        example: "true")

    static let section = Section(
        "field", noun: "an entry of fields", title: "An entry of fields",
        doc: """
            A field of the output. A JSONPath is short for `{path: PATH}`, a template for `{value: TEMPLATE}`; null \
            drops one of the record's own fields, and `"*": true` keeps them all.
            """,
        keys: [path, value, type, standard, required],
        groups: [.exactlyOne("path", "value")],
        example: """
            fields:
              "*": true
              secret_note: null
              id: {path: $.id, required: true}
              name: ${record.first} ${record.last}
              price: {path: $.price, type: number, default: 0}
              source: {value: shop}
            """)
}
