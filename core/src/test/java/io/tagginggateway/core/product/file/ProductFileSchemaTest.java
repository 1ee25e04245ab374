package io.tagginggateway.core.product.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.tagginggateway.core.product.AnswerField;
import io.tagginggateway.core.product.ProductFileException;
import io.tagginggateway.core.product.RowField;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.ViewSituation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use says the same as the reader. */
class ProductFileSchemaTest {
  private static final Set<String> ABOUT = Set.of("standing", "source", "note");
  private static final JsonNode TEXT = schemaText();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(TEXT);

  @Test
  void aGoodFileIsValid() throws IOException {
    assertThat(problems(OrdersFile.TEXT)).isEmpty();
  }

  @Test
  void theSchemaItselfIsValid() {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(TEXT)).isEmpty();
  }

  /** Edits that break the structure; what contradicts other parts is left to the reader. */
  static Stream<Arguments> edits() {
    return Stream.of(
        Arguments.of("schema: 1", "schema: 2"),
        Arguments.of("schema: 1\n", ""),
        Arguments.of("name: Orders\n", ""),
        Arguments.of("name: Orders\n", "name: Orders\ncolour: red\n"),
        Arguments.of("name: Orders\n", "name: 7\n"),
        Arguments.of("standing: doc\n", "standing: maybe\n"),
        Arguments.of("standing: seen,", "standing: 1,"),
        Arguments.of("  client: what a client sends", "  client: 1"),
        Arguments.of("product: Orders", "product: 0rders"),
        Arguments.of("version: \"2024-01-01\"", "version: latest"),
        Arguments.of("style: rpc", "style: soap"),
        Arguments.of("label: orders", "label: Orders"),
        Arguments.of("format: json", "format: yaml"),
        Arguments.of("methods: [GET, POST]\n", ""),
        Arguments.of("[GET, POST]", "[]"),
        Arguments.of("[GET, POST]", "[GET, TRACE]"),
        Arguments.of("region: required", "region: sometimes"),
        Arguments.of("list: ListTagResources, ", ""),
        Arguments.of("untag: UntagResources}", "untag: UntagResources, move: MoveTags}"),
        Arguments.of("case: ignored", "case: any"),
        Arguments.of("ids: ResourceId\n", "idz: ResourceId\n"),
        Arguments.of("{list: [Shop]}", "{list: Shop}"),
        Arguments.of("lists: indexed", "lists: comma"),
        Arguments.of("ids: 50", "ids: 0"),
        Arguments.of("ids: 50", "ids: \"50\""),
        Arguments.of("first: [letter, han]", "first: [letter, greek]"),
        Arguments.of("asked-key: same", "asked-key: other"),
        Arguments.of("counts: rows", "counts: bytes"),
        Arguments.of("end: \"\"", "end: 1"),
        Arguments.of("        - RequestId\n", "        - Total\n"),
        Arguments.of("is: page-size", "is: size"),
        Arguments.of("errors-from: family", "errors-from: friends"),
        Arguments.of("      missing-parameter:", "      lost-parameter:"),
        Arguments.of("        message: Say {parameter}.\n", ""));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void whatBreaksTheStructureIsRefusedByBoth(String part, String by) throws IOException {
    String text = OrdersFile.edited(part, by);
    assertThat(problems(text)).isNotEmpty();
    assertThatThrownBy(() -> ProductFileReader.read(OrdersFile.NAME, text))
        .isInstanceOf(ProductFileException.class);
  }

  @Test
  void itKnowsEverySituation() {
    List<String> names = Arrays.stream(Situation.values()).map(Situation::id).toList();
    JsonNode errors = TEXT.at("/$defs/trio/properties/errors/properties");
    assertThat(errors.fieldNames())
        .toIterable()
        .filteredOn(name -> !ABOUT.contains(name))
        .containsExactlyElementsOf(names);
  }

  @Test
  void itKnowsEverySituationOfTheView() {
    List<String> names = Arrays.stream(ViewSituation.values()).map(ViewSituation::id).toList();
    JsonNode errors = TEXT.at("/$defs/view/properties/errors/properties");
    assertThat(errors.fieldNames())
        .toIterable()
        .filteredOn(name -> !ABOUT.contains(name))
        .containsExactlyElementsOf(names);
  }

  @Test
  void itKnowsEveryMeaningOfAField() {
    String fields = TEXT.at("/$defs/answer-field").toString();
    assertThat(AnswerField.Meaning.values())
        .allSatisfy(meaning -> assertThat(fields).contains('"' + word(meaning) + '"'));
    String rows = TEXT.at("/$defs/row-field").toString();
    assertThat(RowField.Meaning.values())
        .filteredOn(meaning -> meaning != RowField.Meaning.CONSTANT)
        .allSatisfy(meaning -> assertThat(rows).contains('"' + word(meaning) + '"'));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Set<ValidationMessage> problems(String yaml) throws IOException {
    return SCHEMA.validate(new YAMLMapper().readTree(yaml));
  }

  private static JsonNode schemaText() {
    try {
      return new JsonMapper().readTree(ProductFileSchema.read());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
