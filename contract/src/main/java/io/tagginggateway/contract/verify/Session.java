package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Situations;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.RowField;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.Style;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.request.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One check's way to the endpoint, and what it saw there. Not thread-safe. */
final class Session {
  private static final String REQUIRED = "tgv-required";

  private final Endpoint endpoint;
  private final Product product;
  private final String region;
  private final TestResources world;
  private final Format format;
  private final List<Observation> observations = new ArrayList<>();
  private final boolean anyFormat;

  /**
   * A session.
   *
   * @param anyFormat whether an answer may have another format than was asked for
   */
  Session(
      Endpoint endpoint,
      Product product,
      String region,
      TestResources world,
      Format format,
      boolean anyFormat) {
    this.endpoint = endpoint;
    this.product = product;
    this.region = region;
    this.world = world;
    this.format = format;
    this.anyFormat = anyFormat;
  }

  Product product() {
    return product;
  }

  /** The trio of operations that is checked. */
  TagFamily family() {
    return world.family();
  }

  /** How clients of the product's style sign. */
  Signing usualSigning() {
    return product.head().style() == Style.ROA ? Signing.ACS3 : Signing.V1;
  }

  /** Ends a check that does not apply to the ROA style. */
  void onlyInRpc() {
    if (product.head().style() == Style.ROA) {
      throw new NotApplicable("a rule of the RPC style alone");
    }
  }

  /** What its answers call their fields. */
  AnswerNames names() {
    return AnswerNames.of(family(), format);
  }

  /** The error of a situation in one operation. */
  ApiError error(Situation situation, Kind kind) {
    ApiError error = family().errors().find(situation, kind);
    if (error == null) {
      throw new NotApplicable("the product has no error for " + situation.id());
    }
    return error;
  }

  TestResources world() {
    return world;
  }

  Format format() {
    return format;
  }

  String region() {
    return region;
  }

  String host() {
    return endpoint.host();
  }

  List<Observation> observations() {
    return observations;
  }

  /** A list of the first resource type that lacks what to list. */
  VerifyRequest list() {
    return ask(Kind.LIST);
  }

  /** How many resources a list may name. */
  int mostIds() {
    return family().limits().ids().list();
  }

  /** A list that lacks what to filter by; it names resources where the product wants that. */
  VerifyRequest filtered() {
    return filtered(world.a(), world.b(), world.c());
  }

  /** The same, which names these resources where the product wants some named. */
  VerifyRequest filtered(String... ids) {
    return needsIds() ? list().ids(Arrays.asList(ids)) : list();
  }

  /** A list of the many resources that lacks what to filter by. */
  VerifyRequest many() {
    if (needsIds()) {
      throw new NotApplicable("a list names its resources, and so is never long");
    }
    return list();
  }

  private boolean needsIds() {
    return family().parameterNames().list().needsIds(Kind.LIST);
  }

  /** A list that has rows, if there are any to have. */
  VerifyRequest some() {
    return list().id(endpoint.readOnly() ? world.nobody() : world.a());
  }

  /** A change that adds tags and lacks them. */
  VerifyRequest tag(String... ids) {
    return ask(Kind.TAG).ids(Arrays.asList(ids));
  }

  /** A change that removes tags and lacks which. */
  VerifyRequest untag(String... ids) {
    return ask(Kind.UNTAG).ids(Arrays.asList(ids));
  }

  String type() {
    return world.type();
  }

  /** A request of a kind that lacks what to list or to change. */
  VerifyRequest ask(Kind kind) {
    String name = family().names().get(kind);
    if (name == null) {
      throw new NotApplicable("the product has no such operation");
    }
    TagOperation operation = new TagOperation(name, kind, family());
    Placement placement = product.takes("GET") ? Placement.GET : Placement.POST_QUERY;
    VerifyRequest ask = VerifyRequest.of(operation, format, placement).region(region).type(type());
    for (String required : Situations.further(operation.parameters(), kind)) {
      ask = ask.with(required, REQUIRED);
    }
    return ask;
  }

  Reply send(VerifyRequest ask) {
    Reply reply = endpoint.send(ask);
    if (!anyFormat && ask.format() == format && reply.format() != format) {
      throw new CheckFailure("an answer in " + format, "one in " + reply.format());
    }
    return reply;
  }

  /** Sends what must succeed. */
  Reply succeed(VerifyRequest ask) {
    Reply reply = send(ask);
    if (reply.isError()) {
      throw new CheckFailure(ask.action() + " to succeed", reply.outcome());
    }
    return reply;
  }

  /** Expects these rows, in any order and on any number of pages. */
  void expectRows(VerifyRequest ask, Row... rows) {
    expect(
        "rows " + Arrays.stream(rows).map(Row::toString).sorted().toList(),
        "rows " + WholeList.sortedRows(this, ask));
  }

  /** Expects rows of these resources, whichever rows they are. */
  void expectResources(VerifyRequest ask, String... ids) {
    Set<String> found = new TreeSet<>();
    WholeList.rows(this, ask).forEach(row -> found.add(String.valueOf(row.id())));
    expect("resources " + new TreeSet<>(Arrays.asList(ids)), "resources " + found);
  }

  Row row(String id, String key, String value) {
    return new Row(type(), id, key, value);
  }

  void expectError(VerifyRequest ask, ApiError error) {
    Reply reply = send(ask);
    String expected = error.status() + " " + error.code() + ": " + error.message();
    observe(expected, reply.outcome(), Errors.matches(error, reply));
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

  /** The name of a row's field of this meaning. */
  String rowField(RowField.Meaning meaning) {
    String name = names().row(meaning);
    if (name == null) {
      throw new NotApplicable("rows have no such field");
    }
    return name;
  }
}
