package org.wsisforum.kit.paging;

import java.util.StringJoiner;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Repeats the links of a page as a header, before other filters turn the page into another form. */
@Provider
@Priority(Priorities.USER + 1000)
public class LinkFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof PageOf<?> page) {
            var header = new StringJoiner(", ");
            add(header, "first", page.links().first());
            add(header, "prev", page.links().prev());
            add(header, "next", page.links().next());
            response.getHeaders().putSingle(HttpHeaders.LINK, header.toString());
        }
    }

    private static void add(StringJoiner header, String relation, String address) {
        if (address != null) {
            header.add("<" + address + ">; rel=\"" + relation + "\"");
        }
    }
}
