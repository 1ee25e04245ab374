package io.tagginggateway.app.hint;

import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.Products;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What products are called by: hosts and versions. Reads no product, only heads. Thread-safe. */
final class ProductHosts {
  private static final Pattern REGION = Pattern.compile("[a-z]{2}-[a-z]+(-[a-z0-9]+)*");
  private static final String ANY_REGION = "cn-hangzhou";

  private final Products products;
  private final Map<String, Named> byLabel = new LinkedHashMap<>();
  private final Memo memo = new Memo();

  private record Named(String host, ProductHead head) {}

  ProductHosts(Products products, Map<String, List<String>> aliases) {
    this.products = products;
    for (ProductEntry entry : products.entries()) {
      ProductHead head = entry.head();
      List<String> hosts = new ArrayList<>(head.allHosts());
      hosts.addAll(aliases.getOrDefault(head.code(), List.of()));
      for (String host : hosts) {
        byLabel.putIfAbsent(label(host), new Named(host, head));
      }
      byLabel.putIfAbsent(head.code().toLowerCase(Locale.ROOT), new Named(host(head), head));
    }
  }

  private static String label(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  /** A host of a product, with a region where it has one. */
  String host(ProductHead head, String region) {
    return host(head).replace(ProductHead.REGION, region);
  }

  private static String host(ProductHead head) {
    return head.hosts().isEmpty() ? head.hostLabel() + ".localhost" : head.hosts().get(0);
  }

  /** {@code vpcipam.cn-hangzhou.aliyuncs.com (VpcIpam)} for a mistyped host, or an empty text. */
  String nearest(String host) {
    return memo.get(host, this::search);
  }

  private String search(String host) {
    String nearest = Nearest.to(label(host), byLabel.keySet());
    Named named = nearest == null ? null : byLabel.get(nearest);
    return named == null
        ? ""
        : named.host().replace(ProductHead.REGION, region(host)) + " (" + named.head().code() + ")";
  }

  private static String region(String host) {
    for (String label : host.split("\\.", 8)) {
      if (REGION.matcher(label).matches()) {
        return label;
      }
    }
    return ANY_REGION;
  }

  /** The heads of this version. */
  List<ProductHead> ofVersion(String version) {
    List<ProductHead> heads = new ArrayList<>();
    for (ProductEntry entry : products.entries()) {
      if (entry.head().version().equals(version)) {
        heads.add(entry.head());
      }
    }
    return heads;
  }

  /** {@code 2023-02-28 (VpcIpam)} for a mistyped version, or an empty text. */
  String nearestVersion(String version) {
    return memo.get(
        "version " + version,
        any -> {
          List<String> versions =
              products.entries().stream().map(entry -> entry.head().version()).toList();
          String nearest = Nearest.to(version, versions);
          return nearest == null
              ? ""
              : nearest + " (" + Words.listed(codes(ofVersion(nearest))) + ")";
        });
  }

  static List<String> codes(List<ProductHead> heads) {
    return heads.stream().map(ProductHead::code).distinct().toList();
  }

  /** One that is played. */
  ProductHead any() {
    return products.entries().get(0).head();
  }

  int count() {
    return products.codes().size();
  }
}
