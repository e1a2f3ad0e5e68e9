package org.wsisforum.kit.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * The token must carry this OAuth scope, besides the role that the method asks for. Holders of a link have no token and
 * therefore no scopes: what their link opens is their whole right.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresScope {
    /** For example {@code registration:write}. */
    String value();
}
