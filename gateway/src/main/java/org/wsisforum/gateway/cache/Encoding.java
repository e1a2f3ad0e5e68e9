package org.wsisforum.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.Native;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Ways to say the same in fewer bytes, the best first for clients that like several as much. */
enum Encoding {
    /** RFC 7932. */
    BR {
        @Override
        boolean isPossible() {
            return Brotli4jLoader.isAvailable();
        }

        @Override
        byte[] compress(byte[] bytes) throws IOException {
            // The highest take many times as long for little more.
            return Encoder.compress(bytes, new Encoder.Parameters().setQuality(5));
        }
    },
    /** RFC 8878. */
    ZSTD {
        @Override
        boolean isPossible() {
            try {
                Native.load();
                return true;
            } catch (UnsatisfiedLinkError | ExceptionInInitializerError missing) {
                return false;
            }
        }

        @Override
        byte[] compress(byte[] bytes) {
            return Zstd.compress(bytes, 9);
        }
    },
    GZIP {
        @Override
        byte[] compress(byte[] bytes) throws IOException {
            var smaller = new ByteArrayOutputStream(bytes.length / 4);
            try (var gzip = new GZIPOutputStream(smaller)) {
                gzip.write(bytes);
            }
            return smaller.toByteArray();
        }
    };

    abstract byte[] compress(byte[] bytes) throws IOException;

    /** Whether this machine can; two of them come as libraries for each kind of machine. */
    boolean isPossible() {
        return true;
    }

    static List<Encoding> possible() {
        return Arrays.stream(values()).filter(Encoding::isPossible).toList();
    }

    /** As Content-Encoding names it. */
    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte[] smaller(byte[] bytes) {
        try {
            return compress(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail.", e);
        }
    }

    /** Which of these somebody who sends these headers likes best (RFC 9110 12.5.3); empty for none. */
    static Optional<Encoding> liked(MultiMap request, Collection<Encoding> given) {
        var liking = new HashMap<String, Double>();
        for (var line : request.getAll(HttpHeaders.ACCEPT_ENCODING)) {
            for (var entry : line.toLowerCase(Locale.ROOT).split(",")) {
                var parts = entry.split(";", 2);
                var name = parts[0].strip();
                liking.put(name.equals("x-gzip") ? "gzip" : name, parts.length == 2 ? weight(parts[1]) : 1);
            }
        }
        if (liking.isEmpty()) {
            return Optional.empty();
        }
        var others = liking.getOrDefault("*", 0.0);
        var plain = liking.getOrDefault("identity", 0.0);
        // Of equals the first.
        return given.stream()
                .sorted()
                .filter(encoding -> liking.getOrDefault(encoding.token(), others) > 0)
                .filter(encoding -> liking.getOrDefault(encoding.token(), others) >= plain)
                .min(Comparator.comparing(encoding -> -liking.getOrDefault(encoding.token(), others)));
    }

    private static double weight(String parameter) {
        var value = parameter.replace(" ", "");
        return value.matches("q=[01](\\.[0-9]{0,3})?") ? Double.parseDouble(value.substring(2)) : 1;
    }
}
