package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.ProductBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A product is its file: no text in the code is the name of one, or an ARN or host of one. Prose
 * may name a product as an example.
 */
final class ProductNamesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /** What stands for a product inside a longer text. */
  private static final Pattern PART =
      Pattern.compile(
          "acs:([A-Za-z0-9-]+):|ALIYUN::([A-Za-z0-9-]+)::"
              + "|([A-Za-z0-9-]+)(?:\\.[a-z0-9-]+)?\\.(?:aliyuncs\\.com|localhost)|^([a-z0-9-]+)\\.$");

  /**
   * Words that mean something else: a tag, the field of a product file and the header of HTTP that
   * tell a location, and the part of ARNs that stands for users and roles.
   */
  private static final Set<String> OTHER_MEANINGS = Set.of("tag", "location", "ram");

  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (ProductEntry entry : ProductBundle.installed().entries()) {
      for (String name :
          List.of(entry.head().code(), entry.head().hostLabel(), entry.head().arn())) {
        if (!OTHER_MEANINGS.contains(name.toLowerCase(Locale.ROOT))) {
          names.add(name);
          names.add(name.toUpperCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  /** The names of products that the texts of a source are or hold. */
  private static Set<String> named(String source, Set<String> names) {
    Set<String> found = new TreeSet<>();
    for (MatchResult text :
        TEXT.matcher(COMMENT.matcher(source).replaceAll("")).results().toList()) {
      if (names.contains(text.group(1))) {
        found.add(text.group(1));
      }
      PART.matcher(text.group(1))
          .results()
          .flatMap(part -> Stream.of(1, 2, 3, 4).map(part::group))
          .filter(part -> part != null && names.contains(part))
          .forEach(found::add);
    }
    return found;
  }

  @Test
  void noLineOfCodeNamesAProduct() throws IOException {
    Set<String> names = names();
    assertThat(names).contains("Ecs", "ecs", "ECS", "Kms", "VpcIpam", "apigateway");
    Set<String> found = new TreeSet<>();
    int files = 0;
    for (String module : CodeBase.modules()) {
      try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path source :
            sources
                .filter(file -> file.toString().endsWith(".java"))
                .collect(Collectors.toList())) {
          files++;
          named(Files.readString(source), names)
              .forEach(name -> found.add(ROOT.relativize(source) + ": " + name));
        }
      }
    }
    assertThat(files).isGreaterThan(500);
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String a = \"Ecs\";",
        "String a = \"arn:acs:ecs:*:*:instance/\" + id;",
        "String a = \"ALIYUN::ECS::TGVTOY\";",
        "String a = \"ecs.cn-hangzhou.aliyuncs.com\";",
        "String a = \"ecs.localhost\"; // of tests",
        "String a = \"ecs.\" + region + \".aliyuncs.com\";",
      })
  void aNameIsFound(String source) {
    assertThat(named(source, names())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/** Such as {@code \"Ecs\"}. */",
        "String a = \"a product, such as Ecs\";",
        "String a = \"acs:ram::1:user/alice\";",
        "String a = \"Tag\";",
      })
  void anExampleInProseIsNone(String source) {
    assertThat(named(source, names())).isEmpty();
  }
}
