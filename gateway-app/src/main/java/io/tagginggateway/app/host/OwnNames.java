package io.tagginggateway.app.host;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of this gateway that are no product's host: a request that calls one of them is for the
 * product whose version it names. {@code *.corp.example} stands for every name below {@code
 * corp.example}. Immutable.
 */
public final class OwnNames {
  private static final String ANY = "*.";

  private final Set<String> exact = new LinkedHashSet<>();
  private final Set<String> parents = new LinkedHashSet<>();

  private OwnNames(List<String> names) {
    for (String name : names) {
      String host = HostNames.normalize(name);
      if (host.startsWith(ANY)) {
        parents.add(host.substring(1));
      } else {
        exact.add(host);
      }
    }
  }

  /** These names, in any case. */
  public static OwnNames of(List<String> names) {
    return new OwnNames(names);
  }

  /** Whether a normalized name is one of them. */
  public boolean contains(String host) {
    return exact.contains(host) || isBelowParent(host);
  }

  /** Whether a normalized name is one of them by a wildcard alone. */
  public boolean isBelowParent(String host) {
    for (String parent : parents) {
      if (host.endsWith(parent) && host.length() > parent.length()) {
        return true;
      }
    }
    return false;
  }
}
