package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawResponse;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.RoaRequest;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.Style;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.product.file.ProductBundle;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every product makes of a type and of a path that are none of its own. */
final class FamilyBadInputTest {
  private static final String NOT_FOUND = "404 InvalidAction.NotFound";
  private static final String REGION = "cn-hangzhou";

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  /** An operation that lists, with a name that tells a failing test. */
  record Case(ProductEntry entry, TagOperation list) {
    String host() {
      return FamilyBadInputTest.host(entry);
    }

    /** A list of one resource of this type. */
    String list(String type) {
      ParameterNames names = list.parameters();
      StringBuilder query = new StringBuilder();
      add(query, names.region().name(), REGION);
      if (names.type() != null) {
        add(query, names.type(), type);
      }
      Encoding encoding = list.encodings().ids();
      add(
          query,
          encoding == Encoding.INDEXED ? names.ids() + ".1" : names.ids(),
          encoding == Encoding.JSON ? "[\"r\"]" : "r");
      for (String required : names.required().list()) {
        if (!required.equals(names.ids())) {
          add(query, required, "1");
        }
      }
      RoaRequest roa = list.request();
      return roa == null
          ? Http.request(
              "POST", host(), "Action=" + list.name() + version() + query, "Content-Length: 0")
          : Http.raw(
              roa.method() + " " + roa.path() + "?" + query.substring(1),
              host(),
              "x-acs-version: " + entry.head().version());
    }

    private String version() {
      return "&Version=" + entry.head().version();
    }

    private static void add(StringBuilder query, String name, String value) {
      query
          .append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return entry.head().title() + " " + list.name();
    }
  }

  private static String host(ProductEntry entry) {
    return entry.head().allHosts().get(0).replace(ProductHead.REGION, REGION);
  }

  static Stream<Case> lists() {
    return ProductBundle.installed().entries().stream()
        .flatMap(
            entry ->
                entry.product().operations().stream()
                    .filter(FamilyBadInputTest::lists)
                    .map(operation -> new Case(entry, (TagOperation) operation)));
  }

  private static boolean lists(Operation operation) {
    return operation instanceof TagOperation tag && tag.kind() == Kind.LIST;
  }

  static Stream<Case> closed() {
    return lists()
        .filter(one -> !one.list().family().types().open())
        .filter(one -> one.list().parameters().type() != null);
  }

  static Stream<Case> open() {
    return lists().filter(one -> one.list().family().types().open());
  }

  static Stream<ProductEntry> roa() {
    return ProductBundle.installed().entries().stream()
        .filter(entry -> entry.head().style() == Style.ROA);
  }

  @Test
  void thereAreProductsOfEachKind() {
    assertThat(closed().count()).isGreaterThan(60);
    assertThat(open().count()).isGreaterThan(15);
    assertThat(roa().count()).isGreaterThan(12);
  }

  @ParameterizedTest
  @MethodSource("closed")
  void aTypeThatIsNoneOfTheProductsIsItsUnknownTypeError(Case one) throws IOException {
    RawResponse answer = GATEWAY.ask(one.list("no-such-type"));
    ApiError error = one.list().family().errors().get(Situation.UNKNOWN_RESOURCE_TYPE, Kind.LIST);
    assertThat(answer.outcome()).as(answer.text()).isEqualTo(error.status() + " " + error.code());
  }

  @ParameterizedTest
  @MethodSource("open")
  void aProductWhoseTypesAreOpenTakesAnyType(Case one) throws IOException {
    RawResponse answer = GATEWAY.ask(one.list("no-such-type"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("roa")
  void aPathThatIsNoOperationIsTheProductsDocumentOfAnError(ProductEntry entry) throws IOException {
    String host = host(entry);
    String version = "x-acs-version: " + entry.head().version();
    for (String start :
        new String[] {"GET /no/such/path", "POST /", "GET /tags/too/deep", "PATCH /tags"}) {
      RawResponse answer = GATEWAY.ask(Http.raw(start, host, version, "Content-Length: 0"));
      assertThat(answer.outcome())
          .as("%s of %s: %s", start, host, answer.text())
          .isEqualTo(NOT_FOUND);
      assertThat(answer.header("content-type")).isEqualTo("application/json;charset=utf-8");
      assertThat(answer.parsed().field("HostId")).isEqualTo(host);
      assertThat(answer.parsed().field("Recommend")).contains("product=" + entry.head().code());
    }
  }
}
