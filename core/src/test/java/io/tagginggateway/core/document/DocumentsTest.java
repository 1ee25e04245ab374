package io.tagginggateway.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.testing.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {
  /** More than a generator's buffer, so that a part is handed over before the end. */
  private static final String LONG = "x".repeat(30_000);

  private final Documents documents = new Documents();

  @ParameterizedTest
  @EnumSource
  void aDocumentIsTheSameAsOneWrittenAlone(Format format) throws IOException {
    for (String text : List.of("a", LONG, "", "\"&<\ud83d\ude00")) {
      ByteArrayOutputStream alone = new ByteArrayOutputStream();
      try (Document document = Document.open(format, "Root", alone)) {
        fill(document, text);
      }
      assertThat(written(format, text)).isEqualTo(alone.toString(StandardCharsets.UTF_8));
    }
  }

  static Stream<Arguments> broken() {
    return Stream.of(Format.values())
        .flatMap(format -> IntStream.range(0, 4).mapToObj(open -> arguments(format, open)));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatABrokenDocumentLeftOpenIsNotInTheNext(Format format, int open) throws IOException {
    written(format, "before");
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    assertThatThrownBy(() -> breakOff(format, broken, open))
        .isInstanceOf(IllegalStateException.class);
    int size = broken.size();
    if (format == Format.XML) {
      assertThat(Xml.parse(broken.toString(StandardCharsets.UTF_8)).text("Text")).isEqualTo("a");
    }

    assertThat(written(format, "b")).isEqualTo(whole(format, "b"));
    assertThat(broken.size()).isEqualTo(size);
  }

  static Stream<Arguments> failing() {
    return Stream.of(Format.values())
        .flatMap(format -> Stream.of(1, 1_000).map(times -> arguments(format, times)));
  }

  @ParameterizedTest
  @MethodSource("failing")
  void anOutputThatFailsSpoilsNoOtherDocument(Format format, int times) throws IOException {
    for (String text : List.of("a", LONG)) {
      OutputStream full =
          new OutputStream() {
            private int failures;

            @Override
            public void write(int b) throws IOException {
              if (failures++ < times) {
                throw new IOException("full");
              }
            }
          };
      assertThatThrownBy(
              () -> {
                try (Document document = documents.open(format, "Root", full)) {
                  fill(document, text);
                }
              })
          .isInstanceOf(IOException.class);
      assertThat(written(format, "b")).isEqualTo(whole(format, "b"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentMayBeWrittenWhileAnotherIsOpen(Format format) throws IOException {
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    String inner;
    try (Document document = documents.open(format, "Root", outer)) {
      document.field("Text", "a");
      inner = written(format, "b");
      document.startObject("Object");
      document.field("Text", "a");
      document.endObject();
    }
    assertThat(outer.toString(StandardCharsets.UTF_8)).isEqualTo(whole(format, "a"));
    assertThat(inner).isEqualTo(whole(format, "b"));
    assertThat(written(format, "d")).isEqualTo(whole(format, "d"));
  }

  @ParameterizedTest
  @EnumSource
  void threadsDoNotWriteIntoEachOthersDocuments(Format format) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> work =
          IntStream.range(0, 2_000)
              .<Callable<String>>mapToObj(i -> () -> written(format, "t" + i))
              .toList();
      int i = 0;
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isEqualTo(whole(format, "t" + i++));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Breaks off a document in which so many objects and lists are open. */
  private void breakOff(Format format, OutputStream out, int open) throws IOException {
    try (Document document = documents.open(format, "Root", out)) {
      document.field("Text", "a");
      if (open > 0) {
        document.startObject("Object");
      }
      if (open > 1) {
        document.startList("List");
      }
      if (open > 2) {
        document.startItem();
      }
      throw new IllegalStateException("broke off");
    }
  }

  private static String whole(Format format, String text) {
    return switch (format) {
      case JSON -> "{\"Text\":\"%1$s\",\"Object\":{\"Text\":\"%1$s\"}}".formatted(text);
      case XML ->
          ("<?xml version='1.0' encoding='UTF-8'?>"
                  + "<Root><Text>%1$s</Text><Object><Text>%1$s</Text></Object></Root>")
              .formatted(text);
    };
  }

  private String written(Format format, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Document document = documents.open(format, "Root", out)) {
      fill(document, text);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void fill(Document document, String text) throws IOException {
    document.field("Text", text);
    document.startObject("Object");
    document.field("Text", text);
    document.endObject();
  }
}
