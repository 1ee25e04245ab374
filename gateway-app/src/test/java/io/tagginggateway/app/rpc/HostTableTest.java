package io.tagginggateway.app.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.product.file.ProductBundle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Routing costs the same however many products there are: look-ups are counted, not timed. */
final class HostTableTest {
  private static final Products ALL = ProductBundle.installed();
  private static final Products TWO = ALL.enabled(Set.of("VpcIpam", "CloudAPI"));

  /** Beyond these a host is no product's: the region is one of the first three labels. */
  private static final int MOST_OF_A_HOST = 4;

  /** Answers as a map does, and counts how often it is asked. */
  private static final class CountingMap extends HashMap<String, List<TaggingService>> {
    private static final long serialVersionUID = 1L;
    private int asked;
    private int walked;

    @Override
    public @Nullable List<TaggingService> get(Object key) {
      asked++;
      return super.get(key);
    }

    @Override
    public Set<Map.Entry<String, List<TaggingService>>> entrySet() {
      walked++;
      return super.entrySet();
    }

    @Override
    public Set<String> keySet() {
      walked++;
      return super.keySet();
    }
  }

  /** A table, and how much one question costs it. */
  private static final class Counted {
    private final CountingMap byHost = new CountingMap();
    private final CountingMap byVersion = new CountingMap();
    private final HostTable table;

    Counted(Products products) {
      table =
          new HostTable(
              products.entries().stream()
                  .map(entry -> new TaggingService(entry, new ServiceSettings(0, false)))
                  .toList(),
              Map.of(),
              byHost,
              byVersion);
    }

    int cost(Predicate<HostTable> question, boolean answer) {
      int before = byHost.asked + byVersion.asked;
      assertThat(question.test(table)).isEqualTo(answer);
      assertThat(byHost.walked + byVersion.walked).as("tables that were walked through").isZero();
      return byHost.asked + byVersion.asked - before;
    }

    int host(String host, boolean known) {
      return cost(asked -> asked.byHost(host, null) != null, known);
    }
  }

  private static String called(String host) {
    return host.replace(ProductHead.REGION, "cn-hangzhou");
  }

  @Test
  void aHostIsOneLookUpAndOneWithARegionAFewAndThenNone() {
    Counted all = new Counted(ALL);
    int regional = 0;
    for (ProductEntry entry : ALL.entries()) {
      for (String host : entry.head().allHosts()) {
        boolean hasRegion = host.contains(ProductHead.REGION);
        int first = all.host(called(host), true);
        if (!hasRegion) {
          assertThat(first).as(host).isEqualTo(1);
          continue;
        }
        regional++;
        assertThat(first).as(host).isBetween(1, MOST_OF_A_HOST);
        // The host itself is looked up, and what its region stands in is remembered.
        assertThat(all.host(called(host), true)).as(host).isLessThanOrEqualTo(first);
      }
    }
    assertThat(regional).isGreaterThan(ALL.entries().size());
  }

  @Test
  void aHostOfNoProductCostsTheSameWithTwoProductsAndWithAll() {
    Counted all = new Counted(ALL);
    Counted two = new Counted(TWO);
    for (String host : List.of("example.com", "a.b.c.d.e.f", "localhost", "vpcipan.aliyuncs.com")) {
      assertThat(all.host(host, false)).as(host).isEqualTo(two.host(host, false));
    }
    assertThat(all.host("a.b.c.d.e.f", false)).isEqualTo(MOST_OF_A_HOST);
  }

  @Test
  void aHostCostsTheSameWithTwoProductsAndWithAll() {
    Counted all = new Counted(ALL);
    Counted two = new Counted(TWO);
    for (ProductEntry entry : TWO.entries()) {
      for (String host : entry.head().allHosts()) {
        assertThat(all.host(called(host), true)).as(host).isEqualTo(two.host(called(host), true));
      }
    }
  }

  @Test
  void aVersionIsOneLookUp() {
    Counted all = new Counted(ALL);
    for (ProductEntry entry : ALL.entries()) {
      String version = entry.head().version();
      boolean one = entry.head().sharesVersionWith().isEmpty();
      assertThat(all.cost(table -> table.byVersion(version) != null, one)).isEqualTo(1);
    }
    assertThat(all.cost(table -> table.byVersion("1999-01-01") != null, false)).isEqualTo(1);
  }

  /** The versions behind one host are compared one by one, and few products have several. */
  @Test
  void behindAHostAreOnlyTheVersionsThatShareIt() {
    Counted all = new Counted(ALL);
    all.byHost
        .values()
        .forEach(services -> assertThat(services).hasSizeLessThanOrEqualTo(MOST_OF_A_HOST));
  }
}
