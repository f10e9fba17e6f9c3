/// What an expression led to.
enum Finding {
    case value(TemplateValue)
    /// Nothing is there, which is an error unless `default` or `omit` follows.
    case missing(TemplateError)
}
