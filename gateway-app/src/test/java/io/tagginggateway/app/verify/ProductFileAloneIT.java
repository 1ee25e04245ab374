package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.JarProcess;
import io.tagginggateway.app.verify.SpoilingProxy.Answer;
import io.tagginggateway.contract.ContractDocument;
import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Outcome;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verdict;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.RoaRequest;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.product.file.ProductFileReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A product's file is all that the product needs: each file in a directory of the test resources is
 * served, listed, verified, held to its documents, spoiled and counted, and nothing else names it.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProductFileAloneIT {
  private static final Path PRODUCTS = Path.of("src/test/resources/products").toAbsolutePath();
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TEXT =
      Pattern.compile(".*\\.(java|md|py|ya?ml|json|xml|xsd|html|mjs|go|sh|txt)|[^.]+");
  private static final Pattern MADE = Pattern.compile("target|node_modules|\\..+|results");

  private final HttpClient client = HttpClient.newHttpClient();

  static List<Path> all() throws IOException {
    return files(PRODUCTS, 2);
  }

  static List<Path> alone() throws IOException {
    return files(PRODUCTS.resolve("alone"), 1);
  }

  private static List<Path> files(Path directory, int depth) throws IOException {
    try (Stream<Path> found = Files.walk(directory, depth)) {
      return found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static ProductEntry read(Path file) throws IOException {
    String text = Files.readString(file);
    Product product = ProductFileReader.read(file.toString(), text).product();
    return new ProductEntry(product.head(), file.toString(), () -> product, () -> text);
  }

  @ParameterizedTest
  @MethodSource("alone")
  void nothingElseNamesIt(Path file) throws IOException {
    String code = read(file).head().code();
    assertThat(naming(CHECKOUT, code).filter(other -> !other.equals(file))).isEmpty();
  }

  private static Stream<Path> naming(Path place, String code) throws IOException {
    String name = place.getFileName().toString();
    if (Files.isDirectory(place)) {
      if (MADE.matcher(name).matches() && !name.equals(".ci")) {
        return Stream.of();
      }
      Stream.Builder<Path> found = Stream.builder();
      try (Stream<Path> children = Files.list(place)) {
        for (Path child : children.toList()) {
          naming(child, code).forEach(found);
        }
      }
      return found.build();
    }
    boolean names =
        TEXT.matcher(name).matches()
            && new String(Files.readAllBytes(place), StandardCharsets.UTF_8).contains(code);
    return names ? Stream.of(place) : Stream.of();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isPlayedWhole(Path file) throws Exception {
    ProductEntry product = read(file);
    String code = product.head().code();
    try (JarProcess gateway =
        JarProcess.start(Map.of(), "--product", file.toString(), "--port", "0")) {
      URI uri = URI.create("http://127.0.0.1:" + gateway.port());
      assertThat(get(uri, "/_gateway/products")).contains('"' + code + '"');
      hasItsDocuments(uri, product);
      verifies(uri, product);
      isSpoiledAndCounted(uri, product);
    }
  }

  private void hasItsDocuments(URI uri, ProductEntry product) throws Exception {
    JsonArray listed = new JsonObject(get(uri, "/_gateway/contracts")).getJsonArray("documents");
    for (ContractDocument.Kind kind :
        List.of(ContractDocument.Kind.OPENAPI, ContractDocument.Kind.XSD)) {
      ContractDocument document = ContractSchemas.document(product, kind);
      String path = "/_gateway/contracts/" + document.name();
      assertThat(listed).contains(path);
      assertThat(get(uri, path)).isEqualTo(new String(document.content(), StandardCharsets.UTF_8));
    }
  }

  /** Every check passes, and each answer meanwhile is one that the documents describe. */
  private static void verifies(URI uri, ProductEntry product) throws IOException {
    ContractSchemas schemas = ContractSchemas.of(product);
    try (SpoilingProxy proxy = new SpoilingProxy(uri, UnaryOperator.identity())) {
      Credentials key = new Credentials("testid", "testsecret", null);
      Outcome outcome =
          Verification.check(new Target(proxy.uri(), product, key, "cn-hangzhou", false));

      assertThat(outcome.results())
          .filteredOn(result -> result.verdict() == Verdict.FAILED)
          .isEmpty();
      assertThat(outcome.count(Verdict.PASSED)).isGreaterThan(60);
      for (Answer answer : proxy.answers()) {
        assertThat(schemas.answer(product.product(), answer.status(), answer.body()))
            .as(answer.body())
            .isEmpty();
      }
    }
  }

  private void isSpoiledAndCounted(URI uri, ProductEntry product) throws Exception {
    TagFamily family = product.product().tagFamilies().get(0);
    String code = product.head().code();
    String error = family.errors().all().iterator().next().code();
    String rule =
        "{\"match\":{\"product\":\"%s\"},\"fault\":{\"type\":\"error\",\"code\":\"%s\"}}"
            .formatted(code, error);
    HttpRequest.Builder add =
        HttpRequest.newBuilder(uri.resolve("/_gateway/faults"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(rule));
    assertThat(send(add).statusCode()).isEqualTo(201);
    HttpRequest.Builder list =
        HttpRequest.newBuilder(uri.resolve(list(product.product(), family)))
            .header("Host", product.head().hostLabel() + ".localhost");
    assertThat(send(list).body()).contains('"' + error + '"');
    assertThat(get(uri, "/_gateway/metrics").lines())
        .anyMatch(
            line ->
                line.startsWith("tagging_gateway_requests_total{")
                    && line.contains("product=\"" + code + '"')
                    && line.contains("code=\"" + error + '"'));
    assertThat(get(uri, "/_gateway/requests?product=" + code + "&code=" + error))
        .contains('"' + family.names().list() + '"');
  }

  /** The target of a list in the product's style. */
  private static String list(Product product, TagFamily family) {
    RoaRequest request = family.requests().get(Kind.LIST);
    return request == null
        ? "/?Action=" + family.names().list() + "&Version=" + product.version()
        : request.path();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isVerifiedWhereSignaturesAreChecked(Path file) throws Exception {
    String[] serve = {"--product", file.toString(), "--auth", "strict", "--port", "0"};
    try (JarProcess gateway = JarProcess.start(Map.of(), serve)) {
      String endpoint = "http://127.0.0.1:" + gateway.port();
      JarProcess.Ended verify =
          JarProcess.run(
              Map.of(), "verify", "--endpoint", endpoint, "--product", file.toString(), "--all");
      assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
      assertThat(verify.out()).contains("SignatureDoesNotMatch").doesNotContain("FAILED");
    }
  }

  private String get(URI uri, String path) throws Exception {
    HttpResponse<String> response = send(HttpRequest.newBuilder(uri.resolve(path)));
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
