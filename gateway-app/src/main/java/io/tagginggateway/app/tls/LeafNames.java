package io.tagginggateway.app.tls;

import io.tagginggateway.app.host.HostNames;
import io.tagginggateway.app.host.OwnNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.x509.GeneralName;

/** Which certificate a name that a client asks for gets. */
final class LeafNames {
  /** The certificate for clients that ask for no name, or for one that is not ours. */
  static final String DEFAULT = "localhost";

  private static final String LOCAL = ".localhost";

  private final Predicate<String> productHost;
  private final OwnNames ownNames;
  private final List<GeneralName> defaults = new ArrayList<>();
  private final Set<String> defaultNames = new LinkedHashSet<>();

  LeafNames(List<String> names, Predicate<String> productHost) {
    this.productHost = productHost;
    ownNames = OwnNames.of(names);
    defaultNames.addAll(List.of(DEFAULT, "*" + LOCAL, "127.0.0.1", "::1"));
    names.forEach(name -> defaultNames.add(HostNames.normalize(name)));
    defaultNames.forEach(name -> defaults.add(generalName(name)));
  }

  /** The name under which the certificate for {@code asked} is kept. */
  String leafOf(String asked) {
    String name = HostNames.normalize(asked);
    boolean known = !defaultNames.contains(name) && isOurs(name);
    return known && isDnsName(name) ? name : DEFAULT;
  }

  /** What the certificate kept under {@code leaf} is good for. */
  List<GeneralName> namesOf(String leaf) {
    return leaf.equals(DEFAULT)
        ? List.copyOf(defaults)
        : List.of(new GeneralName(GeneralName.dNSName, leaf));
  }

  /** A wildcard of TLS stands for one label only, so a name below one of ours gets its own. */
  private boolean isOurs(String name) {
    return productHost.test(name) || isLocal(name) || ownNames.isBelowParent(name);
  }

  /** Clients refuse a wildcard right below a top-level name, so these get one each. */
  private static boolean isLocal(String name) {
    return name.endsWith(LOCAL) && name.length() > LOCAL.length();
  }

  private static boolean isDnsName(String name) {
    return name.length() <= 253 && name.matches("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");
  }

  private static GeneralName generalName(String name) {
    int type = HostNames.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName;
    return new GeneralName(type, name);
  }
}
