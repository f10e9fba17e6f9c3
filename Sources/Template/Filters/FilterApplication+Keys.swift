extension FilterApplication {
    /// The fingerprint of the private key that the value is the text of.
    func keyFingerprint() throws(TemplateError) -> String {
        let text = try text()
        do throws(TemplateError) {
            return try functions.keyFingerprint(text)
        } catch {
            throw fail(error.message, hint: error.hint)
        }
    }
}
