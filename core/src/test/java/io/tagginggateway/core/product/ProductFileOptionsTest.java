package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.file.ProductFileReader;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a product file may say beyond the trio that most products have. */
class ProductFileOptionsTest {
  /** A product with one trio and nothing else. */
  static final String FILE =
      """
      schema: 1
      product: Sample
      version: "2020-01-01"
      name: Sample
      standing: chosen
      style: rpc
      hosts: {label: sample, names: [sample.aliyuncs.com]}
      format: json
      methods: [GET, POST]
      region: none
      tags:
        - operations: {list: ListTagResources, tag: TagResources, untag: UntagResources}
          types: {names: [Box, Crate], case: ignored}
          parameters: {type: ResourceType, ids: ResourceId, tags: Tag, keys: TagKey, all: All, token: NextToken}
          lists: indexed
          limits: {ids: 3, tags: 2, tags-per-resource: 3}
          key: {max: 5}
          value: {max: 128}
          page: {counts: rows, default: 9, max: 9}
          end: ""
          answer:
            json:
              - {rows: TagResources, fields: [ResourceType, ResourceId, TagKey, TagValue]}
              - NextToken
          changed: [RequestId]
          errors-from: family
          errors:
            no-tags: {code: NoTags, status: 400, message: ""}
      """;

  private static final String BOX = "&ResourceType=Box";

  /** A product whose file says something else in one place. */
  private static ProductUnderTest with(String said, String instead) {
    return new ProductUnderTest(read(said, instead), ServiceSettings.DEFAULT);
  }

  private static Product read(String said, String instead) {
    assertThat(FILE).contains(said);
    return ProductFileReader.read("Sample.yaml", FILE.replace(said, instead)).product();
  }

  @Test
  void aTypeThatIsAssumedNeedsNotBeSent() {
    ProductUnderTest product = with("case: ignored}", "case: ignored, default: Crate}");
    product.declare("Crate", "a", "k", "v");
    assertThat(product.ask("ListTagResources&ResourceId.1=a").rows())
        .containsExactly("Crate/a k=v");
    assertThat(product.ask("ListTagResources&ResourceId.1=a" + BOX).rows()).isEmpty();
  }

  @Test
  void aProductWithoutTypeParameterHasTheAssumedType() {
    String text =
        FILE.replace("{type: ResourceType, ids", "{ids")
            .replace("case: ignored}", "case: ignored, default: Box}");
    ProductUnderTest product =
        new ProductUnderTest(
            ProductFileReader.read("Sample.yaml", text).product(), ServiceSettings.DEFAULT);
    product.declare("Box", "a", "k", "v");
    assertThat(product.ask("ListTagResources&ResourceId.1=a&ResourceType=Crate").rows())
        .containsExactly("Box/a k=v");
  }

  @Test
  void aSecondListNamesFurtherResources() {
    ProductUnderTest product = with("ids: ResourceId,", "ids: ResourceId, ids-also: Name,");
    product.declare("Box", "a", "k", "v");
    product.declare("Box", "b", "k", "v");
    assertThat(product.ask("ListTagResources&ResourceId.1=a&Name.1=b" + BOX).rows())
        .containsExactly("Box/a k=v", "Box/b k=v");
  }

  @Test
  void keysMayStandInAListOfTags() {
    ProductUnderTest product = with("keys: TagKey,", "keys: Tags.N.Key,");
    product.declare("Box", "a", "k", "v", "l", "w");
    product.ask("UntagResources&ResourceId.1=a&Tags.1.Key=k&Tags.1.Value=x" + BOX);
    assertThat(product.ask("ListTagResources&ResourceId.1=a" + BOX).rows())
        .containsExactly("Box/a l=w");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "&Tag.1.Key=k&Tag.1.Value=v | l=w m=x",
        "&Tag.1.Key=k&Tag.1.Value=other | k=v l=w m=x",
        "&Tag.1.Key=k | l=w m=x",
        "&TagKey.1=l&Tag.1.Key=k&Tag.1.Value=v | m=x",
        "&TagKey.1=l&Tag.1.Key=k&Tag.1.Value=v&All=true | m=x"
      },
      delimiter = '|')
  void aTagGoesWithItsValueWhereTheProductTakesPairs(String sent, String left) {
    ProductUnderTest product = with("keys: TagKey,", "keys: TagKey, pairs: Tag,");
    product.declare("Box", "a", "k", "v", "l", "w", "m", "x");
    assertThat(product.ask("UntagResources&ResourceId.1=a" + BOX + sent).error()).isEqualTo("200");
    assertThat(product.ask("ListTagResources&ResourceId.1=a" + BOX).rows())
        .extracting(row -> row.substring("Box/a ".length()))
        .containsExactly(left.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "&Tag.1.Key=toolong&Tag.1.Value=v | InvalidParameter.TagKey",
        "&Tag.1.Key=k&Tag.1.Value=v&Tag.2.Key=k&Tag.2.Value=w | Duplicate.TagKey",
        "&Tag.1.Value=v | MissingParameter.TagKey",
        "&Tag.1.Key=k&Tag.2.Key=l&Tag.3.Key=m | NumberExceed.Tags",
      },
      delimiter = '|')
  void aPairToRemoveFollowsTheRulesOfTagsAndOneThatBreaksThemChangesNothing(
      String sent, String code) {
    ProductUnderTest product = with("keys: TagKey,", "keys: TagKey, pairs: Tag,");
    product.declare("Box", "a", "k", "v");
    assertThat(product.ask("UntagResources&ResourceId.1=a" + BOX + sent).error())
        .contains(" " + code + ":");
    assertThat(product.ask("ListTagResources&ResourceId.1=a" + BOX).rows())
        .containsExactly("Box/a k=v");
  }

  @Test
  void anIdThatStandsTwiceIsAnErrorWhereTheProductHasOne() {
    ProductUnderTest product =
        with(
            "      no-tags: {",
            "      duplicate-resource-id: {code: Twice, status: 400, message: \"{value}\"}\n"
                + "      no-tags: {");
    assertThat(product.ask("ListTagResources&ResourceId.1=a&ResourceId.2=b" + BOX).error())
        .isEqualTo("200");
    assertThat(product.ask("ListTagResources&ResourceId.1=a&ResourceId.2=a" + BOX).error())
        .isEqualTo("400 Twice: a");
  }

  /** The second page goes on where the first ended, inside a resource where rows are counted. */
  @ParameterizedTest
  @CsvSource({"rows", "resources"})
  void aProductMayCountItsPages(String unit) {
    String text =
        FILE.replace("token: NextToken}", "page: PageNumber, page-size: PageSize}")
            .replace("counts: rows", "counts: " + unit)
            .replace("      end: \"\"\n", "")
            .replace("          - NextToken\n", "");
    ProductUnderTest product =
        new ProductUnderTest(
            ProductFileReader.read("Sample.yaml", text).product(), ServiceSettings.DEFAULT);
    product.declare("Box", "a", "k", "1", "l", "2", "m", "3");
    product.declare("Box", "b", "k", "1");
    product.declare("Box", "c", "k", "1");
    List<List<String>> pages =
        unit.equals("rows")
            ? List.of(
                List.of("Box/a k=1", "Box/a l=2"),
                List.of("Box/a m=3", "Box/b k=1"),
                List.of("Box/c k=1"),
                List.of())
            : List.of(
                List.of("Box/a k=1", "Box/a l=2", "Box/a m=3", "Box/b k=1"),
                List.of("Box/c k=1"),
                List.of(),
                List.of());
    String list = "ListTagResources&ResourceId.1=a&ResourceId.2=b&ResourceId.3=c&PageSize=2" + BOX;
    assertThat(product.ask(list).rows()).isEqualTo(pages.get(0));
    for (int page = 0; page < pages.size(); page++) {
      assertThat(product.ask(list + "&PageNumber=" + (page + 1)).rows())
          .as("page " + (page + 1))
          .isEqualTo(pages.get(page));
    }
    for (String wrong : List.of("0", "-1", "x", "1001")) {
      assertThat(product.ask(list + "&PageNumber=" + wrong).status()).as(wrong).isEqualTo(400);
    }
  }

  /**
   * In the ROA style each operation has its method and path; lists are JSON, and so may the body
   * be.
   */
  @Test
  void anOperationMayBeAskedByMethodAndPath() {
    String text =
        FILE.replace("style: rpc", "style: roa")
            .replace("methods: [GET, POST]\n", "")
            .replace("lists: indexed", "lists: json")
            .replace(
                "{list: ListTagResources, tag: TagResources, untag: UntagResources}",
                "{list: {name: ListTagResources, request: {method: GET, path: /tags, in: query}},"
                    + " tag: {name: TagResources, request: {method: POST, path: /tags, in: body}},"
                    + " untag: {name: UntagResources, request: {method: DELETE, path: /tags, in: query}}}");
    Product read = ProductFileReader.read("Sample.yaml", text).product();
    assertThat(read.operation("GET", "/tags").name()).isEqualTo("ListTagResources");
    assertThat(read.operation("POST", "/tags").name()).isEqualTo("TagResources");
    assertThat(read.operation("DELETE", "/tags").name()).isEqualTo("UntagResources");
    assertThat(read.operation("PUT", "/tags")).isNull();
    assertThat(read.operation("GET", "/tag")).isNull();
    ProductUnderTest product = new ProductUnderTest(read, ServiceSettings.DEFAULT);
    String ids = "&ResourceId=%5B%22a%22%5D" + BOX;
    String tags = "&Tag=%5B%7B%22Key%22:%22k%22,%22Value%22:%22v%22%7D%5D";
    assertThat(product.ask("TagResources" + ids + tags).error()).isEqualTo("200");
    assertThat(product.ask("ListTagResources" + ids).rows()).containsExactly("Box/a k=v");
    assertThat(product.ask("UntagResources&TagKey=%5B%22k%22%5D" + ids).error()).isEqualTo("200");
    assertThat(product.ask("ListTagResources" + ids).rows()).isEmpty();
  }

  @Test
  void aListMayNeedIdsAndARemovalKeys() {
    ProductUnderTest product =
        with(
            "token: NextToken}",
            "token: NextToken, required: {list: [ResourceId], untag: [TagKey]}}");
    assertThat(product.ask("ListTagResources&Tag.1.Key=k" + BOX).error())
        .startsWith("400 MissingParameter.ResourceIds");
    assertThat(product.ask("UntagResources&ResourceId.1=a&All=true" + BOX).error())
        .startsWith("400 InvalidParameter.TagKeyOrAll");
  }

  @Test
  void eachOperationMayHaveItsOwnRegionRule() {
    ProductUnderTest product = with("region: none", "region: {list: required, other: none}");
    assertThat(product.ask("ListTagResources&ResourceId.1=a" + BOX).error())
        .startsWith("400 MissingRegionId");
    assertThat(product.ask("TagResources&ResourceId.1=a&Tag.1.Key=k" + BOX).error())
        .isEqualTo("200");
  }

  @Test
  void eachOperationMayHaveItsOwnLimits() {
    ProductUnderTest product = with("{ids: 3,", "{ids: {list: 1, other: 2},");
    assertThat(product.ask("ListTagResources&ResourceId.1=a&ResourceId.2=b" + BOX).error())
        .startsWith("400 NumberExceed.ResourceIds");
    String two = "&ResourceId.1=a&ResourceId.2=b&Tag.1.Key=k";
    assertThat(product.ask("TagResources" + two + BOX).error()).isEqualTo("200");
    assertThat(product.ask("TagResources&ResourceId.3=c" + two + BOX).error())
        .startsWith("400 NumberExceed.ResourceIds");
  }

  @Test
  void asManyKeysAsTagsMayBeRemovedWhereTheFileSaysNothing() {
    ProductUnderTest product = with("standing: chosen", "standing: chosen");
    String three = "UntagResources&ResourceId.1=a&TagKey.1=a&TagKey.2=b&TagKey.3=c";
    assertThat(product.ask(three + BOX).error()).startsWith("400 NumberExceed.Tags");
  }

  @Test
  void eachChangeMayHaveItsOwnAnswerAndOneWithoutFields() {
    ProductUnderTest product =
        with("changed: [RequestId]", "changed: {tag: [], untag: [{field: Done, value: true}]}");
    assertThat(product.ask("TagResources&ResourceId.1=a&Tag.1.Key=k" + BOX).body()).isEqualTo("{}");
    assertThat(product.ask("UntagResources&ResourceId.1=a&TagKey.1=k" + BOX).body())
        .isEqualTo("{\"Done\":true}");
  }

  @Test
  void aProductMayOnlyList() {
    Product product = read(", tag: TagResources, untag: UntagResources}", "}");
    String text = FILE.replace(", tag: TagResources, untag: UntagResources}", "}");
    assertThat(product.operations())
        .extracting(Operation::name)
        .containsExactly("ListTagResources");
    assertThat(
            ProductFileReader.read("Sample.yaml", text.replace("    changed: [RequestId]\n", ""))
                .product()
                .operations())
        .hasSize(1);
  }

  @Test
  void anAccountMayBeANumber() {
    ProductUnderTest product =
        with("fields: [ResourceType,", "fields: [{field: Uid, is: account-number}, ResourceType,");
    product.declare("Box", "a", "k", "v");
    assertThat(product.ask("ListTagResources&ResourceId.1=a" + BOX).body())
        .contains("{\"Uid\":1234567890123456,");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "unknown-resource-type | ListTagResources&ResourceType=Bag&ResourceId.1=a | Bag",
        "duplicate-resource-id | TagResources&ResourceType=Box&ResourceId.1=a&ResourceId.2=a&Tag.1.Key=k | a",
        "duplicate-key | TagResources&ResourceType=Box&ResourceId.1=a&Tag.1.Key=k&Tag.2.Key=k | k",
        "bad-key | TagResources&ResourceType=Box&ResourceId.1=a&Tag.1.Key=toolong | toolong",
        "value-without-key | TagResources&ResourceType=Box&ResourceId.1=a&Tag.1.Value=v | v",
        "bad-next-token | ListTagResources&ResourceType=Box&ResourceId.1=a&NextToken=odd | odd"
      },
      delimiter = '|')
  void anErrorQuotesWhatWasSent(String situation, String sent, String value) {
    ProductUnderTest product =
        with(
            "    no-tags: {code: NoTags, status: 400, message: \"\"}",
            "    " + situation + ": {code: Own, status: 400, message: \"not <{value}>\"}");
    assertThat(product.ask(sent).error()).isEqualTo("400 Own: not <" + value + ">");
  }

  @Test
  void aQuotedTextIsCut() {
    ApiError error = new ApiError("Own", 400, "{value}!");
    assertThat(error.quoting("x".repeat(1000)).message()).isEqualTo("x".repeat(256) + "!");
    assertThat(new ApiError("Own", 400, "{other}").quoting("x").message()).isEqualTo("{other}");
  }

  @Test
  void aCodeThatNoSituationLeadsToIsKnownAndNeverAnswered() {
    Product product =
        read(
            "    errors-from: family",
            "    other-errors: [{code: Spare, status: 403, message: No.}]\n    errors-from: family");
    ApiError spare = new ApiError("Spare", 403, "No.");
    assertThat(product.errors()).contains(spare);
    assertThat(product.operations()).allSatisfy(o -> assertThat(o.errors()).doesNotContain(spare));
  }

  @Test
  void productsShareAHostOnlyWhereBothSaySo() {
    String other = FILE.replace("product: Sample", "product: Other").replace("2020", "2021");
    String sharing = FILE.replace("style: rpc", "style: rpc\nshares-hosts-with: [Other]");
    String shared = other.replace("style: rpc", "style: rpc\nshares-hosts-with: [Sample]");
    assertThat(new Products(List.of(entry(sharing), entry(shared))).entries()).hasSize(2);
    assertThatThrownBy(() -> new Products(List.of(entry(sharing), entry(other))))
        .hasMessageContaining("the host sample.aliyuncs.com");
  }

  private static ProductEntry entry(String text) {
    return ProductEntry.of(ProductFileReader.read("Sample.yaml", text).product());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "case: ignored} | case: ignored, default: Bag} | tags[0].types.default: is a type that is not in names: Bag",
        "{type: ResourceType, ids | {ids | has no type, and types has no default for it",
        "keys: TagKey, | keys: Tags.N.Name, | tags[0].parameters.keys: may only have .N in .N.Key",
        "{ids: 3, | {ids: {list: 1}, | tags[0].limits.ids.other: is missing",
        "changed: [RequestId] | changed: {tag: [RequestId]} | tags[0].changed.other: is missing",
        "region: none | region: {list: required} | region.other: is missing"
      },
      delimiter = '|')
  void whatIsOpenOrContradictoryIsRefused(String said, String instead, String reason) {
    assertThatThrownBy(() -> read(said, instead)).hasMessageContaining(reason);
  }
}
