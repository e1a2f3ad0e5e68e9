package org.wsisforum.gateway.me;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import org.wsisforum.gateway.identity.Token;

/**
 * One person over three services.
 *
 * @param person who asks, as the sign-in says
 * @param edition of which all this is
 * @param registration what registration says, or null
 * @param agenda what the agenda says, or null
 * @param awards what the awards say
 * @param missing what could not be given
 */
record MyView(
        Person person, String edition, JsonNode registration, JsonNode agenda, Awards awards, List<Missing> missing) {

    /**
     * Who asks.
     *
     * @param subject stable and opaque, the same in all services
     * @param name of the person, if the token has it
     * @param delegation that a focal point acts for
     * @param roles of the person
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(String subject, String name, String delegation, Set<String> roles) {

        static Person of(Token token) {
            return new Person(
                    token.subject(),
                    token.name().orElse(null),
                    token.delegation().orElse(null),
                    token.roles());
        }
    }

    /**
     * Of the WSIS Prizes.
     *
     * @param projects the first page of those that the person may write, or null
     * @param ballot of the person, or null
     */
    record Awards(JsonNode projects, JsonNode ballot) {}

    /**
     * What could not be given.
     *
     * @param service that was asked
     * @param part that was asked for
     * @param reason the code of the problem
     */
    record Missing(String service, String part, String reason) {}
}
