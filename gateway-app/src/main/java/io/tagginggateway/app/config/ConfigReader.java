package io.tagginggateway.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands out settings by key, typed and with their defaults, and remembers every key it was asked
 * for: those are the keys there are.
 */
final class ConfigReader {
  private static final String HOST = "[a-z0-9_]([a-z0-9._-]{0,251}[a-z0-9_])?";

  private final Function<String, @Nullable Setting> settings;
  private final Set<String> keys = new LinkedHashSet<>();

  /** A reader of what {@code settings} finds for a key; null means not set. */
  ConfigReader(Function<String, @Nullable Setting> settings) {
    this.settings = settings;
  }

  /** The keys it was asked for. */
  Set<String> keys() {
    return keys;
  }

  /** Whether a key is set; it then is one that there is. */
  boolean isSet(String key) {
    return find(key) != null;
  }

  String text(String key, String byDefault) {
    String text = textOrNull(key);
    return text == null ? byDefault : text;
  }

  @Nullable String textOrNull(String key) {
    Setting setting = find(key);
    return setting == null ? null : setting.text("text");
  }

  /** Text that matches a pattern as a whole. */
  String matching(String key, String byDefault, String pattern, String expected) {
    Setting setting = find(key);
    if (setting == null) {
      return byDefault;
    }
    String text = setting.text(expected);
    if (!text.matches(pattern)) {
      throw setting.expected(expected);
    }
    return text;
  }

  int number(String key, int byDefault, int min, int max) {
    Setting setting = find(key);
    if (setting == null) {
      return byDefault;
    }
    String expected = "a whole number from " + min + " to " + max;
    String text = setting.text(expected);
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < min || number > max) {
      throw setting.expected(expected);
    }
    return number;
  }

  boolean flag(String key, boolean byDefault) {
    Setting setting = find(key);
    if (setting == null) {
      return byDefault;
    }
    String text = setting.text("true or false");
    if (!text.equals("true") && !text.equals("false")) {
      throw setting.expected("true or false");
    }
    return text.equals("true");
  }

  /** A number of bytes, such as {@code 1MiB}. */
  int size(String key, String byDefault) {
    Setting setting = find(key);
    String expected = "a size from 1B to 1GiB, such as 64KiB or " + byDefault;
    return unit(setting, byDefault, expected, Units::bytes);
  }

  /** A number of bytes that is derived from the memory there is unless it is set: then 0. */
  long capacity(String key) {
    Setting setting = find(key);
    String expected = "a size from 0B to 1024GiB, such as 64MiB; 0B derives it";
    return unit(setting, "0B", expected, Units::capacity);
  }

  /** A duration, such as {@code 10s}. */
  Duration duration(String key, String byDefault) {
    Setting setting = find(key);
    String expected = "a duration up to 24h, such as 500ms or " + byDefault;
    return unit(setting, byDefault, expected, Units::duration);
  }

  /** One of the names of an enum, in lower case. */
  <E extends Enum<E>> E choice(String key, E byDefault, E[] values) {
    Setting setting = find(key);
    if (setting == null) {
      return byDefault;
    }
    String expected = Stream.of(values).map(ConfigReader::name).collect(Collectors.joining(" or "));
    String text = setting.text(expected);
    for (E value : values) {
      if (name(value).equals(text)) {
        return value;
      }
    }
    throw setting.expected(expected);
  }

  /** A file or directory; a relative one starts where its setting was made. */
  Path path(String key, String byDefault) {
    Setting setting = find(key);
    return setting == null ? Path.of(byDefault) : setting.resolve(setting.text("a path"));
  }

  /** The same, or null where none is set. */
  @Nullable Path pathOrNull(String key) {
    Setting setting = find(key);
    return setting == null ? null : setting.resolve(setting.text("a path"));
  }

  /**
   * The URL of a server, without a path, or null where none is set.
   *
   * @param objection what speaks against it, or null
   */
  @Nullable URI baseUrlOrNull(String key, Function<URI, @Nullable String> objection) {
    Setting setting = find(key);
    if (setting == null) {
      return null;
    }
    String expected = "a URL such as http://127.0.0.1:4566, without a path";
    URI url = Units.baseUrl(setting.text(expected)).orElseThrow(() -> setting.expected(expected));
    String against = objection.apply(url);
    if (against != null) {
      throw setting.refused(against);
    }
    return url;
  }

  List<Path> paths(String key) {
    Setting setting = find(key);
    List<Path> paths = new ArrayList<>();
    if (setting != null) {
      for (String text : setting.list("a list of files")) {
        paths.add(setting.resolve(text));
      }
    }
    return List.copyOf(paths);
  }

  /** Texts, none of them empty. */
  List<String> texts(String key) {
    Setting setting = find(key);
    return setting == null ? List.of() : List.copyOf(setting.list("a list of texts"));
  }

  /** Host names, without ports, that pass {@code free}. */
  List<String> hosts(String key, Predicate<String> free) {
    return hosts(key, HOST, free, "another product's host, or in http.names");
  }

  /** Host names that pass {@code free}, and wildcards such as {@code *.corp.example}. */
  List<String> names(String key, Predicate<String> free) {
    return hosts(key, "(\\*\\.)?" + HOST, free, "a product's host, or named twice");
  }

  private List<String> hosts(String key, String pattern, Predicate<String> free, String otherwise) {
    Setting setting = find(key);
    List<String> hosts = new ArrayList<>();
    if (setting != null) {
      for (String text : setting.list("a list of host names")) {
        String host = text.toLowerCase(Locale.ROOT);
        if (!host.matches(pattern)) {
          throw setting.expected("a list of host names without ports");
        }
        if (!free.test(host)) {
          throw setting.refused(host + " is " + otherwise);
        }
        hosts.add(host);
      }
    }
    return List.copyOf(hosts);
  }

  /** Refuses what is set for a key, where it is set. */
  void refuseIf(boolean wrong, String key, String reason) {
    Setting setting = wrong ? find(key) : null;
    if (setting != null) {
      throw setting.refused(reason);
    }
  }

  /** A key that a user could expect to exist; setting it is an error that says why it does not. */
  void refuse(String key, String reason) {
    Setting setting = find(key);
    if (setting != null) {
      throw setting.refused(reason);
    }
  }

  private static <T> T unit(
      @Nullable Setting setting,
      String byDefault,
      String expected,
      Function<String, Optional<T>> parser) {
    if (setting == null) {
      return parser.apply(byDefault).orElseThrow();
    }
    return parser.apply(setting.text(expected)).orElseThrow(() -> setting.expected(expected));
  }

  private @Nullable Setting find(String key) {
    keys.add(key);
    return settings.apply(key);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
