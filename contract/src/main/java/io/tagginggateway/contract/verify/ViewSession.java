package io.tagginggateway.contract.verify;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.ViewOperation.Kind;
import io.tagginggateway.core.request.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One check's way to an endpoint of the view, and what it saw there. Not thread-safe. */
final class ViewSession {
  private static final int MAX_PAGES = 100;

  private final Endpoint endpoint;
  private final Product product;
  private final List<ViewOperation> operations;
  private final ViewResources resources;
  private final String region;
  private final String label;
  private final Format format;
  private final List<Observation> observations = new ArrayList<>();

  /**
   * A session.
   *
   * @param resources whose resources are tagged
   * @param label what the names of the run's resources and keys end with
   */
  ViewSession(
      Endpoint endpoint,
      Product product,
      List<ViewOperation> operations,
      ViewResources resources,
      String region,
      String label,
      Format format) {
    this.endpoint = endpoint;
    this.product = product;
    this.operations = operations;
    this.resources = resources;
    this.region = region;
    this.label = label;
    this.format = format;
  }

  /** A resource of the view, as a list answers it. */
  record Tagged(String arn, String key, String value, String category) {
    String shown() {
      return id() + " " + key + "=" + value;
    }

    String id() {
      return arn.substring(arn.lastIndexOf('/') + 1);
    }
  }

  TagView view() {
    return operations.get(0).view();
  }

  TagView.Parameters names() {
    return view().parameters();
  }

  /** The error of a request without a region, or null if it may be left out. */
  @Nullable ApiError missingRegion() {
    return product.region().missing();
  }

  Format format() {
    return format;
  }

  String region() {
    return region;
  }

  List<Observation> observations() {
    return observations;
  }

  /** A resource's id in this run. */
  String id(String name) {
    return "tgv-" + name + "-" + label;
  }

  /** A key in this run. */
  String key(String name) {
    return name + label;
  }

  ViewResources resources() {
    return resources;
  }

  /** The ARN of a resource, wherever the request goes and whoever asks. */
  String resource(String name) {
    return resources.arn("*", "*", id(name));
  }

  /** The ARN of a resource of the other product. */
  String otherResource(String name) {
    return resources.otherPrefix() + id(name);
  }

  /**
   * A key that the product of {@link #resource} refuses, and the other product and the view take.
   */
  String refusedKey() {
    return resources.refusedKey();
  }

  /** A request that lacks all but the region. */
  VerifyRequest ask(Kind kind) {
    Placement placement = product.takes("GET") ? Placement.GET : Placement.POST_QUERY;
    for (ViewOperation operation : operations) {
      if (operation.kind() == kind) {
        return VerifyRequest.of(operation, format, placement).with("RegionId", region);
      }
    }
    throw new IllegalStateException("no operation for " + kind);
  }

  /** A request that names resources. */
  VerifyRequest arns(Kind kind, String... arns) {
    VerifyRequest ask = ask(kind);
    for (int i = 0; i < arns.length; i++) {
      ask = ask.with(names().arns() + "." + (i + 1), arns[i]);
    }
    return ask;
  }

  /** A change that adds tags, given as JSON. */
  VerifyRequest tag(String json, String... arns) {
    return arns(Kind.TAG, arns).with(names().tags(), json);
  }

  /** A change that removes a key. */
  VerifyRequest untag(String key, String... arns) {
    return arns(Kind.UNTAG, arns).with(names().keys() + ".1", key);
  }

  Reply send(VerifyRequest ask) {
    Reply reply = endpoint.send(ask);
    if (reply.format() != format) {
      throw new CheckFailure("an answer in " + format, "one in " + reply.format());
    }
    return reply;
  }

  Body succeed(VerifyRequest ask) {
    Reply reply = send(ask);
    if (reply.isError()) {
      throw new CheckFailure(ask.action() + " to succeed", reply.outcome());
    }
    return reply.body();
  }

  /** The values at a path of names, in whichever lists they stand. */
  static List<String> at(Body body, String path) {
    List<String> found = new ArrayList<>();
    for (BodyValue leaf : body.leaves()) {
      if (plain(leaf).equals(path) && !leaf.kind().equals("empty")) {
        found.add(leaf.text());
      }
    }
    return found;
  }

  private static String plain(BodyValue leaf) {
    return leaf.path().replace("[]", "");
  }

  /** Every tag of every resource of a page. */
  List<Tagged> tagged(Body body) {
    TagView.Names fields = view().names();
    String tags = fields.rows() + "." + fields.tags() + ".";
    List<Tagged> found = new ArrayList<>();
    String arn = "";
    String key = "";
    String value = "";
    for (BodyValue leaf : body.leaves()) {
      String path = plain(leaf);
      if (path.equals(fields.rows() + "." + fields.arn())) {
        arn = leaf.text();
      } else if (path.equals(tags + "Key")) {
        key = leaf.text();
      } else if (path.equals(tags + "Value")) {
        value = leaf.text();
      } else if (path.equals(tags + "Category")) {
        found.add(new Tagged(arn, key, value, leaf.text()));
      }
    }
    return found;
  }

  /** The pages of a list, to its end. */
  List<Body> pages(VerifyRequest ask) {
    List<Body> pages = new ArrayList<>();
    String token = "";
    do {
      Body page = succeed(token.isEmpty() ? ask : ask.with(names().token(), token));
      pages.add(page);
      String next = page.field("NextToken");
      token = next == null ? "" : next;
    } while (!token.isEmpty() && pages.size() < MAX_PAGES);
    return pages;
  }

  /** The tags of all pages as texts, sorted. */
  List<String> listed(VerifyRequest ask) {
    return pages(ask).stream()
        .flatMap(page -> tagged(page).stream())
        .map(Tagged::shown)
        .sorted()
        .toList();
  }

  void expectError(VerifyRequest ask, ApiError error) {
    Reply reply = send(ask);
    String expected = error.status() + " " + error.code() + ": " + error.message();
    observe(expected, reply.outcome(), Errors.matches(error, reply));
  }

  void expect(Object expected, Object got) {
    observe(String.valueOf(expected), String.valueOf(got), Objects.equals(expected, got));
  }

  private void observe(String expected, String got, boolean asExpected) {
    if (!asExpected) {
      throw new CheckFailure(expected, got);
    }
    observations.add(new Observation(expected, got));
  }
}
