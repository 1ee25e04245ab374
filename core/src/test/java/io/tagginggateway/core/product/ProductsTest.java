package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.product.file.ProductFileReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the products of a process may have in common, and how they are found. */
class ProductsTest {
  private static final Product PRODUCT = SampleProduct.BY_ROWS;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A|2020-01-01|a|a.test|A|2020-01-01|b|b.test|product: A 2020-01-01 claims A 2020-01-01, and so does A 2020-01-01",
        "A|2020-01-01|a|x.test|B|2020-01-02|b|x.test|hosts: B 2020-01-02 claims the host x.test, and so does A 2020-01-01",
        "A|2020-01-01|a|a.test|B|2020-01-02|a|b.test|hosts: B 2020-01-02 claims the host a.localhost, and so does A 2020-01-01",
        "A|2020-01-01|a|x.<region>.test|B|2020-01-02|b|x.<region>.test|hosts: B 2020-01-02 claims the host x.<region>.test, and so does A 2020-01-01",
        "A|2020-01-01|a|a.test|B|2020-01-01|b|b.test|version: B 2020-01-01 claims the version 2020-01-01, and so does A 2020-01-01",
      })
  void whatIsClaimedTwiceNamesBothFiles(
      String code,
      String version,
      String label,
      String host,
      String otherCode,
      String otherVersion,
      String otherLabel,
      String otherHost,
      String message) {
    List<ProductEntry> entries =
        List.of(
            entry("first.yaml", code, version, label, host, List.of()),
            entry("second.yaml", otherCode, otherVersion, otherLabel, otherHost, List.of()));
    assertThatThrownBy(() -> new Products(entries))
        .isInstanceOf(ProductFileException.class)
        .hasMessage("second.yaml: " + message + " of first.yaml");
  }

  @Test
  void versionsOfOneProductShareItsHosts() {
    Products products =
        new Products(
            List.of(
                entry("new.yaml", "A", "2021-01-01", "a", "a.test", List.of()),
                entry("old.yaml", "A", "2020-01-01", "a", "a.test", List.of())));
    assertThat(products.versions("A"))
        .extracting(ProductEntry::origin)
        .containsExactly("old.yaml", "new.yaml");
    assertThat(products.find("A").origin()).isEqualTo("new.yaml");
    assertThat(products.find("A", "2020-01-01").origin()).isEqualTo("old.yaml");
    assertThat(products.find("A", "2019-01-01")).isNull();
    assertThat(products.find("B")).isNull();
  }

  @Test
  void aVersionIsSharedOnlyByProductsThatBothSaySo() {
    ProductEntry one = entry("one.yaml", "A", "2020-01-01", "a", "a.test", List.of("B"));
    ProductEntry other = entry("other.yaml", "B", "2020-01-01", "b", "b.test", List.of("A"));
    ProductEntry silent = entry("silent.yaml", "B", "2020-01-01", "b", "b.test", List.of());
    assertThat(new Products(List.of(one, other)).codes()).containsExactly("A", "B");
    assertThatThrownBy(() -> new Products(List.of(one, silent)))
        .isInstanceOf(ProductFileException.class)
        .hasMessageContaining("silent.yaml")
        .hasMessageContaining("one.yaml");
  }

  @Test
  void aRefusedFileChangesNothing() {
    Products products =
        new Products(List.of(entry("first.yaml", "A", "2020-01-01", "a", "x.test", List.of())));
    List<ProductEntry> more =
        List.of(entry("second.yaml", "B", "2020-01-02", "b", "x.test", List.of()));
    assertThatThrownBy(() -> products.with(more)).isInstanceOf(ProductFileException.class);
    assertThat(products.codes()).containsExactly("A");
  }

  @Test
  void onlyTheEnabledAreThere() {
    Products products =
        new Products(
            List.of(
                entry("first.yaml", "A", "2020-01-01", "a", "a.test", List.of()),
                entry("second.yaml", "B", "2020-01-02", "b", "b.test", List.of())));
    assertThat(products.enabled(Set.of("B")).codes()).containsExactly("B");
    assertThat(products.enabled(Set.of())).isSameAs(products);
  }

  @Test
  void onlyAProductThatListsRegionsIsReadForThem() {
    ProductEntry unread = entry("first.yaml", "A", "2020-01-01", "a", "a.test", List.of());
    Product lists =
        ProductFileReader.read(
                "second.yaml",
                """
            schema: 1
            product: B
            version: "2020-01-02"
            name: B
            standing: chosen
            style: rpc
            hosts: {label: b, names: [b.test]}
            format: json
            methods: [GET]
            region: optional
            identity:
              - operation: ListRegions
                does: regions
                regions:
                  - {id: cn-hangzhou, name: Hangzhou}
                  - {id: cn-beijing, name: Beijing}
            """)
            .product();
    assertThat(new Products(List.of(unread, ProductEntry.of(lists))).regions())
        .containsExactly("cn-hangzhou", "cn-beijing");
    assertThat(unread.isRead()).isFalse();
    assertThat(new Products(List.of(unread)).regions()).isEmpty();
    unread.product();
    assertThat(unread.isRead()).isTrue();
  }

  private static ProductEntry entry(
      String file, String code, String version, String label, String host, List<String> shares) {
    ProductHead head =
        new ProductHead(
            code,
            version,
            code,
            Style.RPC,
            label,
            List.of(host),
            label,
            null,
            shares,
            List.of(),
            false);
    return new ProductEntry(head, file, () -> PRODUCT, () -> "");
  }
}
