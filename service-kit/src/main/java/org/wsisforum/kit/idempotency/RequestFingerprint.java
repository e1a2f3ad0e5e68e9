package org.wsisforum.kit.idempotency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

/** What the body of the current request was, byte for byte. */
@RequestScoped
class RequestFingerprint {

    private byte[] body = new byte[0];

    byte[] body() {
        return body;
    }

    byte[] keep(InputStream sent) throws IOException {
        body = sent.readAllBytes();
        return body;
    }

    /** Keeps the bytes of a body that comes with a key, on its way to be read. Bodies are bounded by the server's limit. */
    @Provider
    public static class Reader implements ReaderInterceptor {

        @Inject
        RequestFingerprint fingerprint;

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            if (!context.getHeaders().containsKey(Idempotent.HEADER)) {
                return context.proceed();
            }
            context.setInputStream(new ByteArrayInputStream(fingerprint.keep(context.getInputStream())));
            return context.proceed();
        }
    }
}
