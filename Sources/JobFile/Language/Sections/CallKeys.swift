/// The keys of a call.
enum CallKeys {
    static let name = Key(
        "name", .plain(.name), standard: "call_1, call_2, …", doc: "How others refer to it.", example: "orders")
    static let condition = Key(
        "when", .expression, .call,
        doc: "Just one ${…}: true runs the call, false or null skips it.", example: "${inputs.full}")
    static let forEach = Key(
        "for_each", LoopInputShape.loop, .call, doc: "Makes the call for each item of a list.",
        example: "{in: '${calls.orders.records}', as: order}")
    static let paginate = Key(
        "paginate", .section(PaginateKeys.section), doc: "How further pages are asked for.",
        example: "{cursor: $.next_cursor, param: cursor}")
    static let rules = Key(
        "rules", .list(of: .section(RuleKeys.section)), doc: "What particular answers mean.",
        example: "[{status: 404, do: skip}]")
    static let expect = Key(
        "expect", .section(ExpectKeys.section), doc: "What the answers must be.", example: "{status: 201}")
    static let response = Key(
        "response", .plain(ScalarReader<ResponseFormat>.word), standard: "json", doc: "How the body is read.",
        example: "text")
    static let extract = Key(
        "extract", .map(of: ExtractKeys.entry, names: .reference), doc: "Values that later calls need.",
        example: "{id: $.id}")
    static let records = Key(
        "records", .plain(.jsonPath), standard: "the elements of an array body, otherwise the body itself",
        doc: "Where the records are in the body.", example: "$.data[*]")
    static let fields = Key(
        "fields", FieldsShape.fields, .record, standard: "the record as it is", doc: "What a record becomes.",
        example: "{id: $.id, total: $.amount.value}")
    static let write = Key(
        "write", .oneOrMore(WriteKeys.entry), .window, public: true,
        standard: "stdout for the last call, when nothing in the job writes", doc: "Where the records go.",
        example: "orders.jsonl")
    static let download = Key(
        "download", .template(.path), .window, public: true, doc: "The file that the body is streamed to, as it is.",
        example: "report.pdf")
    static let incremental = Key(
        "incremental", .section(IncrementalKeys.section), doc: "How the call goes on where the last run ended.",
        example: "{field: $.updated_at, initial: '2024-01-01T00:00:00Z'}")
    static let poll = Key(
        "poll", .section(PollKeys.section), doc: "How the call waits until something is done.",
        example: "{until: $.state == 'done'}")
    static let idempotencyKey = Key(
        "idempotency_key", .either(.on, or: .section(IdempotencyKeyKeys.section)),
        doc: "Sends a key with the request by which the API knows it again, so that it may be sent twice.",
        example: "true")
    static let conditional = Key(
        "conditional", .plain(.boolean), standard: "false",
        doc: """
            Whether the ETag and Last-Modified of the last run are sent; when nothing has changed (304) the earlier \
            output stays.
            """,
        example: "true")

    static let section = Section(
        "call", noun: "a call", title: "A call",
        doc: "One request, or one for each item and page: what is sent, what must come back and where it goes.",
        keys: [name] + RequestKeys.all
            + [SettingKeys.baseURL, SettingKeys.auth] + SettingKeys.transport + SettingKeys.pace
            + [
                condition, SettingKeys.onError, forEach, paginate, incremental, poll, idempotencyKey, conditional,
                rules, expect, response, extract, records, fields, write, download,
            ],
        groups: RequestKeys.groups,
        example: """
            calls:
              - name: orders
                get: /orders
                base_url: https://api.example.com/v1
                query: {limit: 500}
                paginate: {cursor: $.next_cursor, param: cursor}
                records: $.data[*]
                fields: {id: $.id, total: $.amount.value}
                write: orders.jsonl
              - post: /exports
                base_url: https://api.example.com/v1
                json: {what: orders}
                idempotency_key: true
              - get: https://api.example.com/v1/rates
                conditional: true
                write: rates.json
              - name: allowed
                options: https://api.example.com/v1/orders
                response: text
            """)
}
