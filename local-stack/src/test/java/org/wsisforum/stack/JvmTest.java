package org.wsisforum.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JvmTest {

    @TempDir
    Path folder;

    private Path jar;
    private Jvm program;

    @BeforeEach
    void program() throws IOException {
        jar = Files.writeString(folder.resolve("program.jar"), "one");
        program = new Jvm("program", List.of("-Xmx32m"), List.of(jar), "org.example.Main");
    }

    @Test
    void the_first_run_lists_its_classes_and_later_ones_use_the_archive() throws IOException {
        assertThat(option("-XX:DumpLoadedClassList=")).isNotEmpty();
        assertThat(option("-XX:SharedArchiveFile=")).isEmpty();
        makeArchive();
        assertThat(option("-XX:DumpLoadedClassList=")).isEmpty();
        assertThat(Path.of(option("-XX:SharedArchiveFile="))).exists();
    }

    @Test
    void an_archive_of_other_files_is_never_used_and_goes_when_the_next_is_made() throws IOException {
        makeArchive();
        var old = Path.of(option("-XX:SharedArchiveFile="));
        Files.writeString(jar, "longer than before");
        assertThat(option("-XX:SharedArchiveFile=")).isEmpty();
        makeArchive();
        assertThat(old).doesNotExist();
    }

    @Test
    void an_archive_is_only_wanted_after_a_run_that_listed_its_classes() throws IOException {
        assertThat(program.lacksArchive(folder)).isFalse();
        Files.writeString(Path.of(option("-XX:DumpLoadedClassList=")), "java/lang/Object");
        assertThat(program.lacksArchive(folder)).isTrue();
    }

    private void makeArchive() throws IOException {
        var fresh = program.archiveCommand(folder).stream()
                .filter(word -> word.startsWith("-XX:SharedArchiveFile="))
                .findFirst()
                .orElseThrow()
                .substring("-XX:SharedArchiveFile=".length());
        Files.writeString(Path.of(fresh), "archive");
        program.keepArchive(folder);
    }

    private String option(String beginning) {
        return program.command(folder, List.of(), List.of()).stream()
                .filter(word -> word.startsWith(beginning))
                .map(word -> word.substring(beginning.length()))
                .findFirst()
                .orElse("");
    }
}
