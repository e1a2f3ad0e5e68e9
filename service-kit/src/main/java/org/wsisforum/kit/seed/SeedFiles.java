package org.wsisforum.kit.seed;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads data files into validated records. */
@ApplicationScoped
public class SeedFiles {

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @Inject
    EntityManager database;

    /**
     * The record that stands in a file.
     *
     * @param file path on the class path, for example {@code editions/2021/edition.json}
     * @throws IllegalStateException if the file is missing, is no such JSON, or breaks a rule of the record
     */
    public <T> T read(String file, Class<T> type) {
        return read(file, json.constructType(type));
    }

    /** The records of an array that stands in a file; as {@link #read}. */
    public <T> List<T> readList(String file, Class<T> type) {
        return read(file, json.getTypeFactory().constructCollectionType(List.class, type));
    }

    /**
     * Makes copies of the service that start at the same moment load one after the other: holds a lock until the running
     * transaction ends.
     *
     * @param what names the data, for example {@code editions/2021}
     */
    public void oneAtATime(String what) {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:what, 0))) as held")
                .setParameter("what", what)
                .getSingleResult();
    }

    private <T> T read(String file, JavaType type) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no data file " + file + ".");
            }
            T data = json.readValue(in, type);
            if (data instanceof List<?> list) {
                for (var i = 0; i < list.size(); i++) {
                    check(file + "[" + i + "]", list.get(i));
                }
            } else {
                check(file, data);
            }
            return data;
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void check(String where, Object data) {
        var faults = validator.validate(data);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(where + " breaks its rules: "
                    + faults.stream()
                            .map(f -> f.getPropertyPath() + ": " + f.getMessage())
                            .sorted()
                            .collect(Collectors.joining("; ")));
        }
    }
}
