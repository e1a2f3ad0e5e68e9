package org.wsisforum.kit.conditional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of RFC 7396, appendix A. */
class MergePatchTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"b\"}            | {\"a\":\"c\"}             | {\"a\":\"c\"}",
                "{\"a\":\"b\"}            | {\"b\":\"c\"}             | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}            | {\"a\":null}              | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null}             | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}          | {\"a\":\"c\"}             | {\"a\":\"c\"}",
                "{\"a\":\"c\"}            | {\"a\":[\"b\"]}           | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}    | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}  | {\"a\":[1]}               | {\"a\":[1]}",
                "[\"a\",\"b\"]            | [\"c\",\"d\"]             | [\"c\",\"d\"]",
                "{\"a\":\"b\"}            | [\"c\"]                   | [\"c\"]",
                "{\"a\":\"foo\"}          | null                      | null",
                "{\"a\":\"foo\"}          | \"bar\"                   | \"bar\"",
                "{\"e\":null}             | {\"a\":1}                 | {\"e\":null,\"a\":1}",
                "[1,2]                    | {\"a\":\"b\",\"c\":null}  | {\"a\":\"b\"}",
                "{}                       | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
            })
    void merging_follows_the_standard(String target, String patch, String result) throws Exception {
        assertThat(MergePatch.merge(json.readTree(target), json.readTree(patch)))
                .isEqualTo(json.readTree(result));
    }

    @Test
    void a_patch_names_what_it_gives_and_what_it_removes() throws Exception {
        var patch = new MergePatch(json, null, (ObjectNode) json.readTree("{\"a\":[],\"b\":null}"));
        assertThat(patch.names("a")).isTrue();
        assertThat(patch.names("b")).isTrue();
        assertThat(patch.names("c")).isFalse();
    }
}
