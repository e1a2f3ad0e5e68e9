package org.wsisforum.kit.conditional;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads a {@link MergePatch}. */
@Provider
@Consumes(MergePatch.MEDIA_TYPE)
public class MergePatchReader implements MessageBodyReader<MergePatch> {

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == MergePatch.class;
    }

    @Override
    public MergePatch readFrom(
            Class<MergePatch> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try {
            if (json.readTree(body) instanceof ObjectNode patch) {
                return new MergePatch(json, validator, patch);
            }
        } catch (JacksonException e) {
            throw new WebApplicationException(e, 400);
        }
        throw ConditionalProblem.INVALID_PATCH.because("A merge patch for this address is a JSON object.");
    }
}
