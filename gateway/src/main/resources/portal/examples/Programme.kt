import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.security.MessageDigest
import java.security.SecureRandom
import java.util.Base64

const val FORUM = "{public-url}"
const val ISSUER = "{issuer}"
const val REDIRECT = "org.wsisforum.app:/signed-in"

/** Authorization code with PKCE: the verifier stays in the app, the browser is shown its digest. */
class SignIn {
    private val verifier = random()
    private val state = random()

    /** Open this in a custom tab. */
    val page = "$ISSUER/protocol/openid-connect/auth?response_type=code&client_id=mobile-app&redirect_uri=$REDIRECT" +
        "&scope=openid&state=$state&code_challenge_method=S256&code_challenge=" +
        encode(MessageDigest.getInstance("SHA-256").digest(verifier.toByteArray()))

    /** What is posted to [ISSUER]/protocol/openid-connect/token when the browser comes back. */
    fun form(code: String, returnedState: String): String {
        require(returnedState == state) { "Somebody else's sign-in" }
        return "grant_type=authorization_code&client_id=mobile-app&redirect_uri=$REDIRECT" +
            "&code=$code&code_verifier=$verifier"
    }

    private fun random() = encode(ByteArray(32).also(SecureRandom()::nextBytes))

    private fun encode(bytes: ByteArray) = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
}

/** What the app keeps on the device: the answer and its tag. Asking again costs a 304 while nothing has changed. */
class Programme(private val client: HttpClient = HttpClient.newHttpClient()) {
    var json = ""
        private set
    private var tag: String? = null

    /** Whether there was something new; on Android the same with OkHttp, whose cache does this by itself. */
    fun refresh(): Boolean {
        val request = HttpRequest.newBuilder(URI("$FORUM/agenda/v1/editions/2021/sessions?limit=200"))
        tag?.let { request.header("If-None-Match", it) }
        val answer = client.send(request.build(), BodyHandlers.ofString())
        return when (answer.statusCode()) {
            200 -> true.also {
                json = answer.body()
                tag = answer.headers().firstValue("ETag").orElse(null)
            }
            304 -> false
            else -> error(answer.body())
        }
    }
}

fun main() {
    val programme = Programme()
    println("new: ${programme.refresh()}, ${programme.json.length} characters")
    println("new: ${programme.refresh()}")
    println("sign in at ${SignIn().page}")
}
