internal import JWT
internal import Secrets
public import Template

extension TemplateFunctions {
    /// The fingerprint of the private key in a text, for the filter `key_fingerprint`: `SHA256:` and base64 of SHA-256
    /// over its SubjectPublicKeyInfo, as Snowflake writes it.
    ///
    /// - Throws: why the text is no key, without any part of it.
    public static func fingerprint(ofKey text: String) throws(TemplateError) -> String {
        do throws(KeyError) {
            return "SHA256:" + (try PrivateKey(Secret(text))).fingerprint
        } catch {
            throw TemplateError(message: error.message, hint: error.hint)
        }
    }
}
