package org.wsisforum.kit.problem;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error, RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What went wrong, in the form of RFC 9457.")
public record Problem(
        @Schema(description = "Stable address of the kind of problem; a page of the portal explains it.")
        URI type,

        @Schema(description = "The kind of problem in one sentence.")
        String title,

        @Schema(description = "The HTTP status, repeated.") int status,
        @Schema(description = "What happened this time.") String detail,

        @Schema(description = "The path that was called, without its query.")
        String instance,

        @Schema(description = "Stable code for programs.") String code,

        @Schema(
                description =
                        "By what the request is known in the logs, as in the header X-Request-Id; to name in a question about it.")
        String requestId,

        @Schema(
                description =
                        "The W3C trace that the request belongs to, 32 hexadecimal digits, as in the header traceresponse.")
        String traceId,

        @Schema(description = "The fields or parameters at fault, if single ones are.")
        List<FieldError> errors) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field or parameter at fault. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(description = "One field of the body, or one parameter, that is at fault.")
    public record FieldError(
            @Schema(description = "JSON Pointer (RFC 6901) into the body that was sent.")
            String pointer,

            @Schema(description = "Name of the path, query or header parameter, where no body field is meant.")
            String parameter,

            @Schema(description = "Stable code of the rule that was broken.")
            String code,

            @Schema(description = "The rule in words.") String detail) {

        /** An error in a field of the body. */
        public static FieldError at(String pointer, String code, String detail) {
            return new FieldError(pointer, null, code, detail);
        }

        /** An error in a parameter. */
        public static FieldError of(String parameter, String code, String detail) {
            return new FieldError(null, parameter, code, detail);
        }
    }
}
