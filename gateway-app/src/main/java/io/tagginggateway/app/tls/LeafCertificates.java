package io.tagginggateway.app.tls;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The certificates of the names that clients ask for, made when first asked for. A wildcard cannot
 * stand for the region in the middle of a product's host. All share one key, so that a new one
 * costs a single signature. Called from any thread.
 */
final class LeafCertificates {
  /** Far more than the products have regions; beyond, the one unused for longest goes. */
  static final int MAX = 512;

  /** So long before its end a certificate is replaced. */
  private static final Duration RENEWAL = Duration.ofDays(30);

  private final KeyAndChain authority;
  private final LeafNames names;
  private final Clock clock;
  private final KeyPair keys = Certificates.newKeys();
  private final Map<String, KeyAndChain> made =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KeyAndChain> eldest) {
          return size() > MAX;
        }
      };

  LeafCertificates(KeyAndChain authority, LeafNames names, Clock clock) {
    this.authority = authority;
    this.names = names;
    this.clock = clock;
    get(LeafNames.DEFAULT);
  }

  LeafNames names() {
    return names;
  }

  /** The certificate kept under a name of {@link LeafNames#leafOf}. */
  synchronized KeyAndChain get(String leaf) {
    Instant now = clock.instant();
    KeyAndChain known = made.get(leaf);
    if (known == null || isOld(known, now)) {
      known = Certificates.newLeaf(authority, keys, names.namesOf(leaf), now);
      made.put(leaf, known);
    }
    return known;
  }

  synchronized int size() {
    return made.size();
  }

  private static boolean isOld(KeyAndChain leaf, Instant now) {
    return leaf.certificate().getNotAfter().toInstant().isBefore(now.plus(RENEWAL));
  }
}
