package dev.weft.agent.copies;

/** Which classes of the JDK its HTTP client is. Everything else is shared with the original. */
final class ClientClasses {
    static final String HTTP = "sun/net/www/protocol/http/";
    static final String HTTPS = "sun/net/www/protocol/https/";
    static final String CONNECTION = HTTP + "HttpURLConnection";

    /** Found by name only. */
    static final String NTLM = HTTP + "ntlm/NTLMAuthentication";

    /** Found by name only; in a module that not every JDK has. */
    static final String KERBEROS = HTTP + "spnego/NegotiatorImpl";

    private static final String[] PACKAGES = {HTTP, HTTPS, "sun/net/www/http/"};

    private static final String[] OTHERS = {
        "sun/net/NetworkClient",
        "sun/net/www/MeteredStream",
        "sun/net/www/MessageHeader",
        "sun/net/www/HeaderParser"
    };

    /** {@link java.net.Authenticator} has given its access to the original. */
    private static final String SHARED = HTTP + "AuthenticatorKeys";

    /** Those that every request needs. */
    static final String[] MAIN = {
        CONNECTION,
        CONNECTION + "$HttpInputStream",
        CONNECTION + "$StreamingOutputStream",
        "sun/net/www/http/HttpClient",
        "sun/net/www/http/KeepAliveStream",
        "sun/net/www/http/ChunkedInputStream",
        "sun/net/www/http/ChunkedOutputStream",
        "sun/net/www/http/PosterOutputStream",
        HTTPS + "HttpsClient",
        HTTPS + "HttpsURLConnectionImpl",
        HTTPS + "DelegateHttpsURLConnection"
    };

    private ClientClasses() {}

    static boolean contains(String internalName) {
        for (String prefix : PACKAGES) {
            if (internalName.startsWith(prefix)) {
                return !isOrIn(internalName, SHARED);
            }
        }
        for (String other : OTHERS) {
            if (isOrIn(internalName, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOrIn(String internalName, String outer) {
        return internalName.equals(outer) || internalName.startsWith(outer + "$");
    }
}
