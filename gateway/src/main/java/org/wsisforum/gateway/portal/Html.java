package org.wsisforum.gateway.portal;

/** Text on its way into HTML. */
final class Html {

    private Html() {}

    /** Makes text safe between tags and in quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
