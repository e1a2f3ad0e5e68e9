package org.wsisforum.awards.stocktaking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;

/**
 * The method leaves its answer in {@link Body}, to be sent when the other filters have run: to tag a JSON answer, they would
 * write it whole first.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Streamed {

    /** What the current request is answered with. */
    @RequestScoped
    class Body {
        private StreamingOutput output;

        void is(StreamingOutput output) {
            this.output = output;
        }

        StreamingOutput output() {
            return output;
        }
    }

    /** Comes last: response filters go downwards. */
    @Provider
    @Streamed
    @Priority(Priorities.USER - 3000)
    class Filter implements ContainerResponseFilter {

        @Inject
        Body body;

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (body.output() != null && response.getStatus() == 200) {
                response.setEntity(body.output(), null, response.getMediaType());
            }
        }
    }
}
