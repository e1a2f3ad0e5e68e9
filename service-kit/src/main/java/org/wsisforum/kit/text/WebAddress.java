package org.wsisforum.kit.text;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that a reader may be led to. */
public final class WebAddress {

    private WebAddress() {}

    /** Whether this is an absolute address of http or https with a host, and shows nobody's name or password. */
    public static boolean isOne(String text) {
        try {
            var address = new URI(text);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
