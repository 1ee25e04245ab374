package io.tagginggateway.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.request.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whatABrokenDocumentLeftOpenIsNotInTheNext(int open) throws IOException {
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    assertThatThrownBy(() -> breakOff(broken, open)).isInstanceOf(IllegalStateException.class);
    int size = broken.size();

    assertThat(written(Format.JSON, "b")).isEqualTo("{\"Text\":\"b\",\"Object\":{\"Text\":\"b\"}}");
    assertThat(broken.size()).isEqualTo(size);
  }

  @Test
  void anOutputThatFailsSpoilsNoOtherDocument() throws IOException {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("full");
          }
        };
    for (String text : List.of("a", LONG)) {
      assertThatThrownBy(
              () -> {
                try (Document document = documents.open(Format.JSON, "", full)) {
                  fill(document, text);
                }
              })
          .isInstanceOf(IOException.class);
      assertThat(written(Format.JSON, "b"))
          .isEqualTo("{\"Text\":\"b\",\"Object\":{\"Text\":\"b\"}}");
    }
  }

  @Test
  void aDocumentMayBeWrittenWhileAnotherIsOpen() throws IOException {
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    String inner;
    try (Document document = documents.open(Format.JSON, "", outer)) {
      document.field("A", "a");
      inner = written(Format.JSON, "b");
      document.field("C", "c");
    }
    assertThat(outer.toString(StandardCharsets.UTF_8)).isEqualTo("{\"A\":\"a\",\"C\":\"c\"}");
    assertThat(inner).isEqualTo("{\"Text\":\"b\",\"Object\":{\"Text\":\"b\"}}");
    assertThat(written(Format.JSON, "d")).isEqualTo("{\"Text\":\"d\",\"Object\":{\"Text\":\"d\"}}");
  }

  @Test
  void threadsDoNotWriteIntoEachOthersDocuments() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> work =
          IntStream.range(0, 2_000)
              .<Callable<String>>mapToObj(i -> () -> written(Format.JSON, "t" + i))
              .toList();
      int i = 0;
      for (var done : threads.invokeAll(work)) {
        String text = "t" + i++;
        assertThat(done.get())
            .isEqualTo("{\"Text\":\"%s\",\"Object\":{\"Text\":\"%s\"}}", text, text);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Breaks off a document in which so many objects and lists are open. */
  private void breakOff(OutputStream out, int open) throws IOException {
    try (Document document = documents.open(Format.JSON, "", out)) {
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
