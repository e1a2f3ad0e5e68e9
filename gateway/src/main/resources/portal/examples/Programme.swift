import AuthenticationServices
import CryptoKit
import Foundation

let forum = URL(string: "{public-url}")!
let issuer = "{issuer}"
let redirect = "org.wsisforum.app:/signed-in"

/// Authorization code with PKCE: the verifier stays in the app, the browser is shown its digest.
struct SignIn {
    let verifier = random()
    let state = random()

    /// Open it in an ASWebAuthenticationSession with the callback scheme `org.wsisforum.app`.
    var page: URL {
        var parts = URLComponents(string: issuer + "/protocol/openid-connect/auth")!
        parts.queryItems = [
            URLQueryItem(name: "response_type", value: "code"),
            URLQueryItem(name: "client_id", value: "mobile-app"),
            URLQueryItem(name: "redirect_uri", value: redirect),
            URLQueryItem(name: "scope", value: "openid"),
            URLQueryItem(name: "state", value: state),
            URLQueryItem(name: "code_challenge_method", value: "S256"),
            URLQueryItem(name: "code_challenge", value: encode(Data(SHA256.hash(data: Data(verifier.utf8))))),
        ]
        return parts.url!
    }

    private static func random() -> String {
        encode(Data((0..<32).map { _ in UInt8.random(in: .min ... .max) }))
    }

    private static func encode(_ bytes: Data) -> String {
        bytes.base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    private func encode(_ bytes: Data) -> String { Self.encode(bytes) }
}

/// What the app keeps on the device. URLSession's cache asks with the ETag by itself; nothing new costs a 304.
struct Session: Decodable {
    let id: String
    let title: String
    let startsAt: Date
    let state: String
}

struct Page: Decodable {
    struct Links: Decodable { let next: String? }
    let items: [Session]
    let links: Links
}

func programme(in language: String) async throws -> [Session] {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    var sessions: [Session] = []
    var next: String? = "/agenda/v1/editions/2021/sessions?limit=200&lang=" + language
    while let path = next {
        let (body, answer) = try await URLSession.shared.data(from: URL(string: path, relativeTo: forum)!)
        guard (answer as? HTTPURLResponse)?.statusCode == 200 else { throw URLError(.badServerResponse) }
        let page = try decoder.decode(Page.self, from: body)
        sessions += page.items
        next = page.links.next
    }
    return sessions
}
