package io.tagginggateway.contract.verify;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One check's way to the endpoint, and what it saw there. */
final class Session {
  /** More pages than any list of ours has: an endpoint that never ends a list fails. */
  private static final int MAX_PAGES = 500;

  private final Endpoint endpoint;
  private final Product product;
  private final String region;
  private final TestResources world;
  private final Format format;
  private final List<Observation> observations = new ArrayList<>();

  Session(Endpoint endpoint, Product product, String region, TestResources world, Format format) {
    this.endpoint = endpoint;
    this.product = product;
    this.region = region;
    this.world = world;
    this.format = format;
  }

  Product product() {
    return product;
  }

  /** The trio of operations that is checked. */
  TagFamily family() {
    return product.tagFamilies().get(0);
  }

  /** The error of a situation, in the operation that can get into it. */
  ApiError error(Situation situation) {
    for (TagOperation.Kind kind : TagOperation.Kind.values()) {
      ApiError error = family().errors().find(situation, kind);
      if (error != null) {
        return error;
      }
    }
    throw new NotApplicable("the product has no error for " + situation.id());
  }

  TestResources world() {
    return world;
  }

  Format format() {
    return format;
  }

  String host() {
    return endpoint.host();
  }

  List<Observation> observations() {
    return observations;
  }

  /** A list of the first resource type that lacks what to list. */
  VerifyRequest list() {
    return ask(TagOperation.Kind.LIST);
  }

  /** A TagResources that lacks its tags. */
  VerifyRequest tag(String... ids) {
    return ask(TagOperation.Kind.TAG).ids(Arrays.asList(ids));
  }

  /** An UntagResources that lacks what to remove. */
  VerifyRequest untag(String... ids) {
    return ask(TagOperation.Kind.UNTAG).ids(Arrays.asList(ids));
  }

  String type() {
    return family().types().names().get(0);
  }

  private VerifyRequest ask(TagOperation.Kind kind) {
    String name = family().names().get(kind);
    if (name == null) {
      throw new NotApplicable("the product has no such operation");
    }
    return VerifyRequest.of(name, format).with("RegionId", region).with("ResourceType", type());
  }

  Reply send(VerifyRequest ask) {
    return endpoint.send(ask);
  }

  /** Sends what must succeed. */
  Reply succeed(VerifyRequest ask) {
    Reply reply = endpoint.send(ask);
    if (reply.code() != null) {
      throw new CheckFailure(ask.action() + " to succeed", reply.outcome());
    }
    return reply;
  }

  /** The pages of a list, to its end; how the end looks is for another check. */
  List<Body> pages(VerifyRequest ask) {
    List<Body> pages = new ArrayList<>();
    VerifyRequest next = ask;
    while (true) {
      Body page = succeed(next).body();
      pages.add(page);
      String token = page.field("NextToken");
      if (token == null || token.isEmpty() || token.equals("-1")) {
        return pages;
      }
      if (pages.size() == MAX_PAGES) {
        throw new CheckFailure("a list that ends", "a token on page " + MAX_PAGES);
      }
      next = ask.with("NextToken", token);
    }
  }

  /** The rows of all pages, as texts, sorted. */
  List<String> rows(VerifyRequest ask) {
    return pages(ask).stream()
        .flatMap(page -> page.rows().stream())
        .map(Row::toString)
        .sorted()
        .toList();
  }

  /** Expects these rows, in any order and on any number of pages. */
  void expectRows(VerifyRequest ask, Row... rows) {
    expect("rows " + Arrays.stream(rows).map(Row::toString).sorted().toList(), "rows " + rows(ask));
  }

  Row row(String id, String key, String value) {
    return new Row(type(), id, key, value);
  }

  void expectError(VerifyRequest ask, ApiError error) {
    String expected = error.status() + " " + error.code() + ": " + error.message();
    expect(expected, send(ask).outcome());
  }

  /** Expects an error whose message goes on with something of the request. */
  void expectErrorThatQuotes(VerifyRequest ask, ApiError error) {
    String expected = error.status() + " " + error.code() + ": " + error.message();
    String got = send(ask).outcome();
    observe(expected + "…", got, got.startsWith(expected));
  }

  void expect(@Nullable Object expected, @Nullable Object got) {
    observe(String.valueOf(expected), String.valueOf(got), Objects.equals(expected, got));
  }

  /** Notes what was expected and what came; ends the check if that is not what it should be. */
  void observe(String expected, String got, boolean asExpected) {
    if (!asExpected) {
      throw new CheckFailure(expected, got);
    }
    observations.add(new Observation(expected, got));
  }
}
