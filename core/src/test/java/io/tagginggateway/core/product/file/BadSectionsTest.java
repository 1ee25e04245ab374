package io.tagginggateway.core.product.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.product.ProductFileException;
import io.tagginggateway.core.product.ResourceFamily;
import io.tagginggateway.core.product.ViewSituation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused in the sections {@code resources} and {@code view} of a product file. */
class BadSectionsTest {
  private static final String RESOURCES =
      OrdersFile.TEXT
          + """
          resources:
            - type: ORDER
              id: {parameter: OrderId, prefix: o-, made-of: hex, length: 8}
              parents: [{parameter: ShopId, type: ITEM}]
              brings: [{type: ITEM, id-in: FirstItem, parent: OrderId}]
              made: {Number: {made-of: digits, length: 9}}
              fields: [{field: OrderId, is: id}, OrderName, {tags: Tags}]
              operations:
                - {create: CreateOrder, required: [OrderName], answer: [RequestId, OrderId]}
                - list: ListOrders
                  ids: OrderIds
                  filters: [OrderName]
                  tags: Tag
                  page: {token: NextToken, size: MaxResults, default: 10, max: 50}
                  answer: [RequestId, {rows: Orders}]
              errors:
          """
          + errors("      ", ResourceFamily.ERRORS.stream());

  private static final String VIEW =
      """
      schema: 1
      product: Overview
      version: "2024-01-01"
      name: Overview
      standing: doc
      source: page
      sources: {page: the help page}
      style: rpc
      hosts: {label: overview, names: []}
      format: json
      methods: [GET, POST]
      region: required
      view:
        operations: {list: L, tag: T, untag: U, keys: K, values: V}
        parameters:
          arns: ARN
          tags: Tags
          keys: TagKey
          category: Category
          type: ResourceType
          query: QueryType
          fuzzy: FuzzyType
          key: Key
          key-filter: KeyFilter
          value-filter: ValueFilter
          token: NextToken
          page-size: PageSize
        limits: {arns: 50, tags: 10, keys: 10}
        key: {min: 1, max: 128}
        value: {max: 128}
        page: {default: 50, max: 1000}
        answer:
          rows: R
          arn: ARN
          tags: Tags
          keys: Keys
          key: Key
          values: Values
          value: Value
          failed: Failed
          failure: One
        errors:
      """
          + errors("    ", Stream.of(ViewSituation.values()).map(ViewSituation::id));

  private static String errors(String indent, Stream<String> names) {
    StringBuilder text = new StringBuilder();
    names.forEach(
        name -> text.append(indent).append(name).append(": {code: C, status: 400, message: M}\n"));
    return text.toString();
  }

  @Test
  void theUnspoiledSectionsAreRead() {
    assertThat(ProductFileReader.read("good.yaml", RESOURCES).product().operations()).hasSize(5);
    assertThat(ProductFileReader.read("good.yaml", VIEW).product().operations()).hasSize(5);
  }

  static Stream<Arguments> resources() {
    return Stream.of(
        edit(
            "- type: ORDER\n    id",
            "- type: PARCEL\n    id",
            "type: is a type of none of the trios"),
        edit(
            "    id: {parameter: OrderId, prefix: o-, made-of: hex, length: 8}\n",
            "",
            "id: is missing"),
        edit("made-of: hex", "made-of: runes", "id.made-of: is none of"),
        edit("length: 8", "length: 65", "id.length: must be a whole number from 1 to 64"),
        edit("parameter: OrderId,", "", "id.parameter: is missing"),
        edit("prefix: o-,", "colour: red,", "id.colour: is not known here"),
        edit(
            "{parameter: ShopId, type: ITEM}",
            "{parameter: ShopId}",
            "parents[0].type: is missing"),
        edit("id-in: FirstItem, ", "", "brings[0].id-in: is missing"),
        edit("made-of: digits", "made-of: dice", "made.Number.made-of: is none of"),
        edit("is: id}", "is: it}", "fields[0].is: is none of"),
        edit(
            "create: CreateOrder", "make: CreateOrder", "operations[0].create: is missing, as are"),
        edit(
            "answer: [RequestId, OrderId]",
            "reply: [RequestId]",
            "operations[0].answer: is missing"),
        edit("token: NextToken, size", "size", "operations[1].page: must have token or number"),
        edit(
            "{token: NextToken, size",
            "{token: NextToken, number: Page, size",
            "operations[1].page: must have token or number"),
        edit(
            "MaxResults, default: 10",
            "MaxResults, default: 60",
            "operations[1].page.default: must be"),
        edit(
            "filters: [OrderName]\n        tags: Tag\n",
            "filters: [OrderName]\n",
            "operations[1].tags: is missing"),
        edit("        ids: OrderIds\n", "", "operations[1].ids: is missing"),
        edit("      in-use: {code: C, status: 400, message: M}\n", "", "errors.in-use: is missing"),
        edit(
            "in-use: {code: C, status: 400,",
            "in-use: {code: C, status: 200,",
            "errors.in-use.status: must be a whole number from 400 to 599"),
        edit(
            "      in-use:",
            "      in-use-by: {code: C, status: 400, message: M}\n      in-use:",
            "errors.in-use-by: is not known here"));
  }

  private static Arguments edit(String part, String by, String problem) {
    return Arguments.of(part, by, "resources[0]." + problem);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void refusesWhatIsWrongInResources(String part, String by, String problem) {
    refuses(RESOURCES, part, by, problem);
  }

  static Stream<Arguments> views() {
    return Stream.of(
        Arguments.of(", values: V}", "}", "view.operations.values: is missing"),
        Arguments.of(
            "values: V}", "values: V, more: M}", "view.operations.more: is not known here"),
        Arguments.of("    arns: ARN\n", "", "view.parameters.arns: is missing"),
        Arguments.of(
            "    fuzzy: FuzzyType\n", "    fuzzy: 1\n", "view.parameters.fuzzy: must be a text"),
        Arguments.of(
            "arns: 50,", "arns: 0,", "view.limits.arns: must be a whole number from 1 to 10000"),
        Arguments.of("keys: 10}", "keys: 10, values: 1}", "view.limits.values: is not known here"),
        Arguments.of("key: {min: 1, max: 128}", "key: {min: 1}", "view.key.max: is missing"),
        Arguments.of(
            "{default: 50, max: 1000}", "{default: 50, max: 40}", "view.page.default: must be"),
        Arguments.of("    failure: One\n", "", "view.answer.failure: is missing"),
        Arguments.of(
            "    bad-arn: {code: C, status: 400, message: M}\n",
            "",
            "view.errors.bad-arn: is missing"),
        Arguments.of(
            "    bad-arn: {code: C, status: 400, message: M}\n",
            "    bad-arn: {list: {code: C, status: 400, message: M}}\n",
            "view.errors.bad-arn.other: is missing"),
        Arguments.of(
            "    bad-arn: {code: C,",
            "    bad-thing: {code: C, status: 400, message: M}\n    bad-arn: {code: C,",
            "view.errors.bad-thing: is not known here"),
        Arguments.of("  page: {default", "  sheet: {default", "view.page: is missing"));
  }

  @ParameterizedTest
  @MethodSource("views")
  void refusesWhatIsWrongInAView(String part, String by, String problem) {
    refuses(VIEW, part, by, problem);
  }

  @Test
  void refusesAFileWithoutAnyOperations() {
    String none = VIEW.substring(0, VIEW.indexOf("view:\n"));
    assertThatThrownBy(() -> ProductFileReader.read("bad.yaml", none))
        .isInstanceOf(ProductFileException.class)
        .hasMessageStartingWith("bad.yaml:");
  }

  private static void refuses(String text, String part, String by, String problem) {
    assertThat(text).as("what is to be edited").containsOnlyOnce(part);
    assertThatThrownBy(() -> ProductFileReader.read("bad.yaml", text.replace(part, by)))
        .isInstanceOf(ProductFileException.class)
        .hasMessageMatching("bad\\.yaml:[0-9]+: \\Q" + problem + "\\E.*");
  }
}
