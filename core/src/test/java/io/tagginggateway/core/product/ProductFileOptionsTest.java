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
  private static final String FILE =
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
