package io.tagginggateway.app.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The environment variables of the gateway. */
final class Variables {
  /** The variable that names the config file. */
  static final String CONFIG = "TAGGING_GATEWAY_CONFIG";

  private static final String PREFIX = "TAGGING_GATEWAY_";

  /** What the kits for tests read: which gateway to join, and which jar to start. */
  private static final Set<String> OF_KITS = Set.of(PREFIX + "URL", PREFIX + "JAR");

  /** What Kubernetes and Docker set in containers beside a service that is called like us. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile("(SERVICE_(HOST|PORT)(_.*)?|PORT_[0-9]+_(TCP|UDP)(_.*)?|NAME|ENV_.*)");

  private Variables() {}

  /** {@code TAGGING_GATEWAY_HTTP_PORT} for {@code http.port}. */
  static String nameOf(String key) {
    return PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /**
   * The settings in an environment by key; an empty variable counts as not set.
   *
   * @throws ConfigException if a variable looks like ours and stands for none of {@code keys}
   */
  static Map<String, String> settings(Map<String, String> environment, Set<String> keys) {
    Map<String, String> keyByName = new HashMap<>();
    keys.forEach(key -> keyByName.put(nameOf(key), key));
    Map<String, String> settings = new TreeMap<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              String key = keyByName.get(name);
              if (key != null && !value.isEmpty()) {
                settings.put(key, value);
              } else if (key == null && isOurs(name, value)) {
                throw new ConfigException(name + ": no such setting");
              }
            });
    return settings;
  }

  private static boolean isOurs(String name, String value) {
    return name.startsWith(PREFIX)
        && !name.equals(CONFIG)
        && !OF_KITS.contains(name)
        && !SERVICE_LINK.matcher(name.substring(PREFIX.length())).matches()
        && !(name.equals(PREFIX + "PORT") && value.contains("://"));
  }
}
