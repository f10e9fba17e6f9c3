/// The keys of `graphql`.
enum GraphQLKeys {
    static let query = Key(
        "query", .template, .request, required: true, doc: "The GraphQL document.", example: "'{ items { id } }'")
    static let variables = Key(
        "variables", .value, .request, doc: "The document's variables.", example: "{first: 10, after: '${page.cursor}'}"
    )

    static let section = Section(
        "graphql", noun: "graphql", title: "GraphQL", doc: "A GraphQL request over HTTP.", keys: [query, variables],
        example: """
            graphql:
              query: "query Items($first: Int!) { items(first: $first) { id } }"
              variables: {first: 10}
            """)
}
