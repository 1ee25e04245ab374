package io.tagginggateway.app.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;

/** The notations that a file may have; tokens come as they are read, never as a tree. */
public enum InputFormat {
  /** YAML 1.1, which reads most JSON too. */
  YAML,
  /** JSON. */
  JSON,
  /** CSV by RFC 4180: each line is a list of texts, the first one too. */
  CSV;

  /** JSON if the name ends in {@code .json}, CSV if it ends in {@code .csv}, else YAML. */
  public static InputFormat ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".json") ? JSON : name.endsWith(".csv") ? CSV : YAML;
  }

  /**
   * The tokens of {@code in}. A key that stands twice in one map is an error where {@code
   * distinctKeys}.
   */
  public JsonParser parser(InputStream in, boolean distinctKeys) throws IOException {
    JsonParser parser =
        switch (this) {
          case YAML -> Yaml.factory().createParser(in);
          case JSON -> jsonFactory().createParser(in);
          case CSV -> Csv.parser(in);
        };
    return distinctKeys && this != CSV
        ? parser.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature())
        : parser;
  }

  /** Whether the token is a YAML alias, which stands for a value elsewhere. */
  public static boolean isAlias(JsonParser parser) {
    return parser.canReadObjectId() && Yaml.isAlias(parser);
  }

  /** Keys are as many as users invent, so they are not kept for ever. */
  private static JsonFactory jsonFactory() {
    return new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .build();
  }

  private static final class Csv {
    static JsonParser parser(InputStream in) throws IOException {
      return new CsvFactory().enable(CsvParser.Feature.SKIP_EMPTY_LINES).createParser(in);
    }
  }

  /** Apart, so that the classes of YAML are loaded by those who need them. */
  private static final class Yaml {
    static boolean isAlias(JsonParser parser) {
      return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    }

    static JsonFactory factory() {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(Integer.MAX_VALUE);
      return YAMLFactory.builder()
          .loaderOptions(options)
          // Documented as enabled by default, but a builder leaves it disabled.
          .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .build();
    }
  }
}
