package org.wsisforum.kit.conditional;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A change in the form of RFC 7396: what is given replaces, {@code null} removes, what is absent stays; arrays are replaced
 * whole. Resource methods take one as body with {@code @Consumes(MergePatch.MEDIA_TYPE)}.
 */
public final class MergePatch {

    /** The media type; plain {@code application/json} is not taken for a patch. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;
    private final ObjectNode patch;

    MergePatch(ObjectMapper json, Validator validator, ObjectNode patch) {
        this.json = json;
        this.validator = validator;
        this.patch = patch;
    }

    /**
     * The record after the change, as valid as one that a client would PUT.
     *
     * @param current the record as it is now, in the form in which a client would PUT it
     * @return a new record of the same type
     * @throws ConstraintViolationException if what comes out breaks the constraints of the type
     */
    public <T> T applyTo(T current) {
        var merged = merge(json.valueToTree(current), patch);
        try {
            @SuppressWarnings("unchecked")
            var type = (Class<T>) current.getClass();
            var changed = json.treeToValue(merged, type);
            var faults = validator.validate(changed);
            if (!faults.isEmpty()) {
                throw new ConstraintViolationException(faults);
            }
            return changed;
        } catch (JsonProcessingException e) {
            throw new UnfitPatch(e);
        }
    }

    /** Whether the patch says something of this field of the record, be it that it goes. */
    public boolean names(String field) {
        return patch.has(field);
    }

    /** The algorithm of RFC 7396, section 2. */
    static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode fields)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : fields.objectNode();
        fields.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merge(result.get(field.getKey()), field.getValue()));
            }
        });
        return result;
    }

    /** The patch is an object, but what comes out is not of the type; reported like any other unreadable JSON. */
    private static final class UnfitPatch extends jakarta.ws.rs.WebApplicationException {
        UnfitPatch(JsonProcessingException cause) {
            super(cause, 400);
        }
    }
}
