package io.tagginggateway.app.config;

import io.tagginggateway.app.host.HostNames;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Another mock, for what this gateway does not play.
 *
 * @param url scheme, host and port of it, or null to refuse such requests
 * @param timeout how long its answer may take
 * @param maxAnswer the largest body of its answer in bytes
 */
public record ForwardConfig(@Nullable URI url, Duration timeout, int maxAnswer) {

  static ForwardConfig read(ConfigReader reader) {
    boolean cloud = reader.flag("forward.allow-cloud", false);
    return new ForwardConfig(
        reader.baseUrlOrNull("forward.url", url -> cloud ? null : cloudObjection(url)),
        reader.duration("forward.timeout", "10s"),
        reader.size("forward.max-answer", "8MiB"));
  }

  private static @Nullable String cloudObjection(URI url) {
    return HostNames.isCloud(HostNames.normalize(url.getHost()))
        ? "is the real cloud; set forward.allow-cloud to true if that is meant"
        : null;
  }
}
