package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.tag.Partition;
import org.jspecify.annotations.Nullable;

/** Where a list looked, and what must be sent to make it look elsewhere. */
final class Where {
  private final Exchange exchange;
  private final RoutingHints routing;
  private final Partition asked;

  Where(Exchange exchange, RoutingHints routing, Partition asked) {
    this.exchange = exchange;
    this.routing = routing;
    this.asked = asked;
  }

  Partition asked() {
    return asked;
  }

  /** {@code IPAM of VpcIpam in cn-hangzhou, which RegionId says}. */
  String region() {
    return asked.region() + ", " + source();
  }

  private String source() {
    String name = regionParameter();
    String sent = exchange.parameters().get(name);
    if (sent != null && !sent.isEmpty()) {
      return "which " + name + " says";
    }
    return exchange.hostRegion() != null
        ? "which the host says"
        : "the gateway's default, since neither the request nor the host names one";
  }

  private String regionParameter() {
    return exchange.operation() instanceof TagOperation tag
        ? tag.parameters().region().name()
        : "RegionId";
  }

  /** What to change so that the list looks into another partition of the same account. */
  String wayTo(Partition other) {
    if (exchange.operation() instanceof ViewOperation) {
      return "send RegionId=" + other.region();
    }
    if (!other.product().equals(asked.product())) {
      return "ask " + other.product() + " for it, with ResourceType " + other.type();
    }
    if (!other.type().equals(asked.type())) {
      return "send " + typeParameter() + "=" + other.type() + alsoRegion(other);
    }
    @Nullable String host =
        exchange.entry() == null ? null : routing.callOf(exchange.entry().head(), other.region());
    String send = "send " + regionParameter() + "=" + other.region();
    boolean byHost = host != null && host.contains(other.region());
    return byHost ? send + ", or call " + host : send;
  }

  private String alsoRegion(Partition other) {
    return other.region().equals(asked.region())
        ? ""
        : " and " + regionParameter() + "=" + other.region();
  }

  private String typeParameter() {
    String name = exchange.operation() instanceof TagOperation tag ? tag.parameters().type() : null;
    return name == null ? "ResourceType" : name;
  }

  /** What a partition is, beside the one that was asked: only what differs. */
  String differing(Partition other) {
    StringBuilder text = new StringBuilder();
    if (!other.product().equals(asked.product()) || !other.type().equals(asked.type())) {
      text.append("of type ").append(other.type());
    }
    if (!other.product().equals(asked.product())) {
      text.append(" of ").append(other.product());
    }
    if (!other.region().equals(asked.region())) {
      text.append(text.length() == 0 ? "in " : " in ").append(other.region());
    }
    return text.length() == 0 ? "in the same place" : text.toString();
  }
}
