package io.tagginggateway.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.admin.FaultJson;
import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.fixture.FixtureWriter;
import io.tagginggateway.app.fixture.StateFilter;
import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalQuery;
import io.tagginggateway.app.rpc.Delivery;
import io.tagginggateway.app.rpc.Explainer;
import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.rpc.GatewaySettings;
import io.tagginggateway.app.rpc.HostTable;
import io.tagginggateway.app.rpc.HttpInput;
import io.tagginggateway.core.auth.LenientAuthenticator;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.TagStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever callers send: what GET state gives, PUT state takes, and it is the same. */
final class HostileStateTest {
  private static final Products PRODUCTS = ProductBundle.installed();
  private static final String ACCOUNT = "1234567890123456";
  private static final String FIXTURE =
      """
      {"accounts":[{"id":"1234567890123456","resources":[
        {"product":"CloudAPI","region":"cn-hangzhou","type":"app","id":"r",
         "tags":{"own":"1"},"systemTags":{"acs:x":"中","owner":""}},
        {"product":"VpcIpam","region":"cn-hangzhou","type":"IPAM","id":"r","tags":{"own":"1"}}]}]}
      """;

  /** The longest an entry's texts may be together, parameters included. */
  private static final int MAX_ENTRY = 8192 + 1024;

  @Property(tries = 200)
  void whatGetGivesPutTakes(@ForAll("requests") List<HttpInput> requests) throws IOException {
    StateHolder state =
        new StateHolder(load(FIXTURE.getBytes(StandardCharsets.UTF_8), InputFormat.JSON));
    Journal journal = new Journal(requests.size(), 16 << 20);
    Gateway gateway = gateway(state, journal);
    for (HttpInput request : requests) {
      Delivery delivery = gateway.serve(request).toCompletableFuture().join();
      assertThat(gateway.recorded(delivery).exchange())
          .hasValueSatisfying(exchange -> assertThat(exchange.status()).isLessThan(500));
    }
    byte[] given = written(state.current(), InputFormat.JSON);
    for (InputFormat format : new InputFormat[] {InputFormat.JSON, InputFormat.YAML}) {
      GatewayState taken = load(written(state.current(), format), format);
      assertThat(text(written(taken, InputFormat.JSON))).as("%s", format).isEqualTo(text(given));
    }
    byte[] table = written(state.current(), InputFormat.CSV);
    GatewayState taken = load(table, InputFormat.CSV);
    assertThat(text(written(taken, InputFormat.CSV))).isEqualTo(text(table));
    for (Map.Entry<Partition, TagStore.Size> size :
        state.current().tags().sizes().join().entrySet()) {
      assertThat(resources(taken, size.getKey()))
          .containsExactlyInAnyOrderElementsOf(resources(state.current(), size.getKey()));
    }
    assertThat(journal.find(JournalQuery.ALL))
        .allSatisfy(entry -> assertThat(characters(entry)).isLessThan(MAX_ENTRY));
  }

  private static Gateway gateway(StateHolder state, Journal journal) {
    List<TaggingService> services =
        PRODUCTS.entries().stream()
            .map(entry -> new TaggingService(entry, ServiceSettings.DEFAULT))
            .toList();
    return new Gateway(
        new HostTable(services, Map.of()),
        new LenientAuthenticator(ACCOUNT, true),
        state::current,
        new GatewaySettings(
            "cn-hangzhou",
            OwnNames.of(List.of()),
            new GuestLimits(ACCOUNT, 1000, Duration.ofHours(1)),
            GatewaySettings.STORE_TIMEOUT,
            false),
        new FaultRules(new ErrorTables(PRODUCTS), state.faults(), FaultJson::document),
        Explainer.SILENT,
        journal::add);
  }

  private static List<StoredResource> resources(GatewayState state, Partition partition) {
    List<StoredResource> resources = new ArrayList<>();
    Exports.forEach(state.tags(), partition, resources::add);
    return resources;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static GatewayState load(byte[] bytes, InputFormat format) {
    return FixtureLoader.ofExports(PRODUCTS)
        .load(List.of(new FixtureSource("state", format, () -> new ByteArrayInputStream(bytes))));
  }

  private static byte[] written(GatewayState state, InputFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FixtureWriter.write(state, StateFilter.ALL, format, out);
    return out.toByteArray();
  }

  private static int characters(JournalEntry entry) {
    int[] sum = {0};
    entry.parameters().forEach((name, value) -> sum[0] += name.length() + value.length());
    for (String text :
        new String[] {
          entry.product(),
          entry.region(),
          entry.account(),
          entry.accessKeyId(),
          entry.action(),
          entry.code()
        }) {
      sum[0] += text == null ? 0 : text.length();
    }
    return sum[0];
  }

  @Provide
  static Arbitrary<List<HttpInput>> requests() {
    Arbitrary<String> host =
        Combinators.combine(
                Arbitraries.of("apigateway.%s.aliyuncs.com", "vpcipam.%s.localhost", "%s"),
                hostile(List.of("cn-hangzhou", "cn-qingdao")))
            .as((pattern, region) -> pattern.replace("%s", region));
    Arbitrary<String> query = query();
    return Combinators.combine(host, query, keyHeader(), Arbitraries.of(true, false))
        .as(HostileStateTest::request)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static HttpInput request(String host, String query, String key, boolean form) {
    Map<String, String> headers =
        Map.of("content-type", "application/x-www-form-urlencoded", "x-acs-accesskey-id", key);
    byte[] body = form ? query.getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
    return new HttpInput("POST", "/", host, form ? "" : query, headers::get, body, null);
  }

  private static Arbitrary<String> keyHeader() {
    return hostile(List.of("", ACCOUNT, "1111111111111111", "123", "guest"));
  }

  /** A change of either product, with a hostile text in every place but, often, the names. */
  private static Arbitrary<String> query() {
    Arbitrary<String> fixed =
        Arbitraries.of(
            "Version=2016-07-14&ResourceType=app", "Version=2023-02-28&ResourceType=ipam");
    Arbitrary<String> action =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.of("TagResources")),
            Tuple.of(2, Arbitraries.of("UntagResources", "ListTagResources")),
            Tuple.of(1, hostile(List.of("x"))));
    return Combinators.combine(
            fixed,
            action,
            parameter("RegionId", List.of("", "cn-hangzhou")),
            parameter("ResourceId.1", List.of("r", "s")),
            parameter("Tag.1.Key", List.of("own", "owner", "acs:x", "")),
            parameter("Tag.1.Value", List.of("v", "")),
            parameter("Tag.2.Key", List.of("more")),
            parameter("TagKey.1", List.of("own", "owner")))
        .as(
            (first, name, region, id, key, value, second, untag) ->
                String.join(
                    "&", first, "Action=" + encoded(name), region, id, key, value, second, untag));
  }

  private static Arbitrary<String> parameter(String name, List<String> usual) {
    return hostile(usual).map(value -> value.isEmpty() ? "" : name + "=" + encoded(value));
  }

  /** Texts that mean something, and texts that nobody would send. */
  private static Arbitrary<String> hostile(List<String> usual) {
    Arbitrary<String> odd =
        Arbitraries.of(
            "a_b",
            "<x>",
            "\0",
            "%00",
            "a\nb",
            "\u001b[2J",
            "a.b",
            "\uD834\uDD1E",
            "\uFFFE",
            "\u0085",
            "http://x",
            "r".repeat(64),
            "r".repeat(65),
            "\uD834\uDD1E".repeat(128),
            "x".repeat(510) + "\uD834\uDD1E",
            "x".repeat(60_000));
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(usual)),
        Tuple.of(2, odd),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(80)),
        Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(300)));
  }

  /** Percent-encodes everything, lone surrogates as the three bytes that some clients send. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length() * 3);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (Character.isSurrogate((char) point) && point < 0x10000) {
        encoded.append(
            String.format(
                "%%%02X%%%02X%%%02X", 0xED, 0x80 | ((point >> 6) & 0x3F), 0x80 | (point & 0x3F)));
      } else {
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format("%%%02X", b));
        }
      }
    }
    return encoded.toString();
  }
}
