package io.tagginggateway.core.product.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.product.ProductFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused in a product file, each time with file, line, path and reason. */
class BadProductFileTest {

  /** One part of the good file, what stands there instead, and the message. */
  static Stream<Arguments> edits() {
    return Stream.of(notation(), facts(), heads(), trios(), rules(), answers(), errors())
        .flatMap(edits -> edits);
  }

  private static Stream<Arguments> notation() {
    return Stream.of(
        edit("name: Orders\n", "name: Orders\nname: Goods\n", ":5: Duplicate field 'name'"),
        edit("format: json", "format: *json", ":14: has an alias; write the value out"),
        edit("tags:\n", "---\ntags:\n", ":22: has a second document"),
        edit("name: Orders\n", "name: {Orders\n", ":5: while parsing a flow mapping"),
        edit(
            "name: Orders\n",
            "name: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
            ":4: is nested too deeply"),
        edit(
            "schema: 1", "schema: 2", ":1: schema: must be 1, the version that this gateway reads"),
        edit("schema: 1\n", "", ":1: schema: is missing"),
        edit("name: Orders\n", "name: Orders\ncolour: red\n", ":5: colour: is not known here"),
        edit("name: Orders\n", "", ":1: name: is missing"),
        edit("name: Orders\n", "name: 7\n", ":4: name: must be a text"),
        edit("name: Orders\n", "name: \"Or\\tders\"\n", ":4: name: must be one line of text"));
  }

  private static Stream<Arguments> facts() {
    return Stream.of(
        edit("standing: doc\n", "", ":2: product: has no standing: say doc, sdk, seen or chosen"),
        edit(
            "standing: doc\n",
            "standing: maybe\n",
            ":5: standing: is none of doc, sdk, seen, chosen: maybe"),
        edit("source: page", "source: book", ":6: source: is not listed in sources: book"),
        edit(
            "standing: seen, source: client",
            "standing: seen, source: book",
            ":26: tags[0].types.names[1].source: is not listed in sources: book"),
        edit(
            "standing: seen,",
            "standing: 1,",
            ":26: tags[0].types.names[1].standing: must be a text"),
        edit("  client: what a client sends", "  client: 1", ":9: sources.client: must be a text"),
        edit(
            "sources:\n  page: the help page\n  client: what a client sends",
            "sources: none",
            ":7: sources: must be a mapping"));
  }

  private static Stream<Arguments> heads() {
    return Stream.of(
        edit("product: Orders", "product: 0rders", ":2: product: must be a product code: 0rders"),
        edit(
            "version: \"2024-01-01\"",
            "version: latest",
            ":3: version: must be a date such as 2023-02-28: latest"),
        edit("version: \"2024-01-01\"", "version: 2024", ":3: version: must be a text"),
        edit(
            "  label: orders\n",
            "  label: orders\n  location: a b\n",
            ":13: hosts.location: must be a code of the Location service: a b"),
        edit(
            "style: rpc\n",
            "style: rpc\nshares-version-with: [a b]\n",
            ":11: shares-version-with: must be product codes: a b"),
        edit("style: rpc", "style: roa", ":22: tags[0].operations.list: must be a mapping"),
        edit("style: rpc", "style: soap", ":10: style: is none of rpc, roa: soap"),
        edit(
            "label: orders",
            "label: Orders",
            ":12: hosts.label: must be one label of a host name in lower case"),
        edit(
            "[orders.<region>.example.com]",
            "[orders.<zone>.example.com]",
            ":13: hosts.names: must be host names in lower case: orders.<zone>.example.com"),
        edit("format: json", "format: yaml", ":14: format: is none of json, xml: yaml"),
        edit(
            "[GET, POST]",
            "[GET, TRACE]",
            ":15: methods: is no method that a product takes: TRACE"),
        edit("[GET, POST]", "[]", ":15: methods: is empty"),
        edit("[GET, POST]", "GET", ":15: methods: must be a list"),
        edit(
            "region: required",
            "region: optional",
            ":18: region-missing: contradicts region, which is never required"),
        edit(
            "region: required",
            "region: none",
            ":18: region-missing: contradicts region, which is never required"),
        edit(
            "region: required",
            "region: sometimes",
            ":16: region: is none of required, optional, none: sometimes"));
  }

  private static Stream<Arguments> trios() {
    return Stream.of(
        edit("list: ListTagResources, ", "", ":22: tags[0].operations.list: is missing"),
        edit(
            "tag: TagResources",
            "tag: listtagresources",
            ":22: tags: the operation listtagresources stands twice"),
        edit(
            "untag: UntagResources}",
            "untag: UntagResources, move: MoveTags}",
            ":22: tags[0].operations.move: is not known here"),
        edit(
            "        - ORDER\n",
            "        - ORDER\n        - order\n",
            ":25: tags[0].types.names: has the type order twice"),
        edit(
            "        ITEM: Order.Item",
            "        BOX: Order.Box",
            ":29: tags[0].types.answered: names a type that is not in names: BOX"),
        edit(
            "case: ignored",
            "case: any",
            ":27: tags[0].types.case: is none of ignored, exact: any"),
        edit(
            "      case: ignored\n",
            "      case: ignored\n      open: maybe\n",
            ":28: tags[0].types.open: must be true or false"),
        edit("ids: ResourceId\n", "idz: ResourceId\n", ":31: tags[0].parameters.ids: is missing"),
        edit(
            "{list: [Shop]}",
            "{list: Shop}",
            ":38: tags[0].parameters.required.list: must be a list"),
        edit(
            "lists: indexed",
            "lists: comma",
            ":39: tags[0].lists: tags cannot be separated by commas"),
        edit(
            "lists: indexed",
            "lists: {ids: comma, tags: comma, keys: json}",
            ":39: tags[0].lists.tags: tags cannot be separated by commas"));
  }

  private static Stream<Arguments> rules() {
    return Stream.of(
        edit(
            "ids: 50", "ids: 0", ":41: tags[0].limits.ids: must be a whole number from 1 to 10000"),
        edit(
            "ids: 50",
            "ids: 10001",
            ":41: tags[0].limits.ids: must be a whole number from 1 to 10000"),
        edit(
            "ids: 50",
            "ids: 1.5",
            ":41: tags[0].limits.ids: must be a whole number from 1 to 10000"),
        edit(
            "ids: 50",
            "ids: \"50\"",
            ":41: tags[0].limits.ids: must be a whole number from 1 to 10000"),
        edit("ids: 50", "ids: 50\n      shops: 3", ":42: tags[0].limits.shops: is not known here"),
        edit(
            "      max: 64",
            "      max: 64\n      longest: 3",
            ":48: tags[0].key.longest: is not known here"),
        edit(
            "      min: 1",
            "      min: 65",
            ":46: tags[0].key.min: must be a whole number from 0 to 64"),
        edit(
            "first: [letter, han]",
            "first: [letter, greek]",
            ":48: tags[0].key.first: is neither letter, han, digit nor one character: greek"),
        edit(
            "asked-key: same",
            "asked-key: other",
            ":50: tags[0].asked-key: is none of same: other"),
        edit(
            "default: 10, max: 50",
            "default: 60, max: 50",
            ":53: tags[0].page.default: must be a whole number from 1 to 50"),
        edit(
            "counts: rows",
            "counts: bytes",
            ":53: tags[0].page.counts: is none of rows, resources: bytes"),
        edit(
            "end: \"\"",
            "end: {absent: true, never: true}",
            ":54: tags[0].end: must be a text, {absent: true} or {never: true}"),
        edit(
            "end: \"\"",
            "end: {absent: false}",
            ":54: tags[0].end: must be a text, {absent: true} or {never: true}"),
        edit("end: \"\"", "end: 1", ":54: tags[0].end: must be a text"));
  }

  private static Stream<Arguments> answers() {
    return Stream.of(
        edit(
            "        - rows: TagResources\n          fields: [TagKey, TagValue, ResourceId, ResourceType]\n",
            "",
            ":57: tags[0].answer.json: must have rows once"),
        edit(
            "        - RequestId\n",
            "        - RequestId\n        - {rows: More, fields: [TagKey]}\n",
            ":57: tags[0].answer.json: must have rows once"),
        edit(
            "        - RequestId\n",
            "        - Total\n",
            ":61: tags[0].answer.json[3]: does not tell its meaning; write {field: Total, is: …}"),
        edit(
            "is: page-size",
            "is: size",
            ":59: tags[0].answer.json[1].is: is none of request-id, next-token, page-size, total-count, is-truncated, region, account, trace-id: size"),
        edit(
            "is: page-size",
            "value: null",
            ":59: tags[0].answer.json[1].value: must be a text, a number, true or false"),
        edit(
            "is: page-size",
            "is: page-size, colour: red",
            ":59: tags[0].answer.json[1].colour: is not known here"),
        edit(
            "[TagKey, TagValue, ResourceId, ResourceType]",
            "[TagKey, Zone]",
            ":58: tags[0].answer.json[0].fields[1]: does not tell its meaning; write {field: Zone, is: …}"),
        edit(
            "[TagKey, TagValue, ResourceId, ResourceType]",
            "[{field: Kind, is: constant}]",
            ":58: tags[0].answer.json[0].fields[0].is: constant needs no name; write {field: …, value: …}"),
        edit(
            "[TagKey, TagValue, ResourceId, ResourceType]",
            "[{field: Kind, is: parameter}]",
            ":58: tags[0].answer.json[0].fields[0].parameter: is missing"),
        edit(
            "[RequestId, {field",
            "[{rows: Done, fields: [TagKey]}, {field",
            ":62: tags[0].changed: has rows; the answer to a change has none"),
        edit(
            "    changed: [RequestId, {field: Success, value: true}]\n",
            "",
            ":22: tags[0].changed: is missing"));
  }

  private static Stream<Arguments> errors() {
    return Stream.of(
        edit(
            "errors-from: family",
            "errors-from: friends",
            ":63: tags[0].errors-from: is none of family: friends"),
        edit(
            "    errors-from: family\n",
            "",
            ":64: tags[0].errors: has no no-resource-type for ListTagResources"),
        edit(
            "      missing-parameter:",
            "      lost-parameter:",
            ":66: tags[0].errors.lost-parameter: is not known here"),
        edit(
            "        status: 400\n        message: Say {p",
            "        status: 200\n        message: Say {p",
            ":67: tags[0].errors.missing-parameter.status: must be a whole number from 400 to 599"),
        edit(
            "        message: Say {parameter}.\n",
            "",
            ":66: tags[0].errors.missing-parameter.message: is missing"),
        edit(
            "        message: Say {parameter}.\n",
            "        message: Say {parameter}.\n        hint: none\n",
            ":69: tags[0].errors.missing-parameter.hint: is not known here"),
        edit(
            "          ORDER:\n",
            "          BOX:\n",
            ":72: tags[0].errors.resource-not-found.by-type.BOX: is no type of this trio"),
        edit(
            "      missing-parameter:\n",
            "      bad-key: {by-type: {}}\n      missing-parameter:\n",
            ":65: tags[0].errors.bad-key.by-type: only resource-not-found may differ by type"),
        edit(
            "        other:\n",
            "        others:\n",
            ":76: tags[0].errors.resource-not-found.others: is not known here"));
  }

  private static Arguments edit(String part, String by, String message) {
    return Arguments.of(part, by, message);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void saysFileLinePathAndReason(String part, String by, String message) {
    String text = OrdersFile.edited(part, by);
    assertThatThrownBy(() -> ProductFileReader.read(OrdersFile.NAME, text))
        .isInstanceOf(ProductFileException.class)
        .hasMessage(OrdersFile.NAME + message);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void refusesWhatIsNoMapping(String text, String message) {
    assertThatThrownBy(() -> ProductFileReader.read(OrdersFile.NAME, text))
        .isInstanceOf(ProductFileException.class)
        .hasMessage(OrdersFile.NAME + message);
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("", ": is empty"),
        Arguments.of("  \n\n", ": is empty"),
        Arguments.of("# nothing else\n", ": is empty"),
        Arguments.of("Orders\n", ":1: must be a mapping"),
        Arguments.of("- Orders\n", ":1: must be a mapping"));
  }

  @Test
  void refusesFilesThatCannotBeRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(OrdersFile.NAME);
    refuses(file, "cannot be read: there is no such file");
    refuses(folder, "cannot be read: it is a folder");
    Files.write(
        file, OrdersFile.TEXT.replace("help", "h\u00e9lp").getBytes(StandardCharsets.ISO_8859_1));
    refuses(file, "is not UTF-8");
    Files.writeString(file, OrdersFile.TEXT + "#".repeat(1 << 20));
    refuses(file, "has more than 1048576 bytes");
  }

  private static void refuses(Path file, String reason) {
    assertThatThrownBy(() -> ProductFileReader.entry(file))
        .isInstanceOf(ProductFileException.class)
        .hasMessage(file + ": " + reason);
  }
}
