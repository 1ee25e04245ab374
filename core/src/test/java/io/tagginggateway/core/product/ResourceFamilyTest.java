package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.file.ProductFileReader;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.testing.ProductUnderTest;
import io.tagginggateway.core.testing.Reply;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources that callers create, list, change and delete, of a product that does not exist. */
final class ResourceFamilyTest {
  private static final String ERRORS =
      """
          errors:
            missing-parameter: {code: "Missing{parameter}", status: 400, message: "{parameter}?"}
            not-found: {code: "NoTYPE", status: 404, message: "{value}"}
            in-use: {code: "TYPEInUse", status: 409, message: "{value}"}
            goes-with-another: {code: "TYPEGoesWithAnother", status: 409, message: "{value}"}
            client-token-reused: {code: TokenReused, status: 409, message: ""}
            bad-page: {code: BadPage, status: 400, message: ""}
            too-many: {code: TooMany, status: 403, message: ""}
      """;

  private static final String FILE =
      ProductFileOptionsTest.FILE.replace("[Box, Crate]", "[Shelf, Box]")
          + """
      resources:
        - type: Shelf
          id: {parameter: ShelfId, prefix: sh-, made-of: hex, length: 8}
          brings:
            - {type: Box, id-in: DefaultBoxId, parent: ShelfId, attributes: {IsDefault: "true"}}
          fields:
            - {field: ShelfId, is: id}
            - {field: Name, otherwise: none}
            - {list: Zones}
            - DefaultBoxId
            - {field: Status, value: Created}
            - {field: Region, is: region}
            - {field: OwnerId, is: account-number}
            - {tags: Tags}
          operations:
            - {create: CreateShelf, required: [Name], answer: [RequestId, ShelfId]}
            - list: ListShelves
              ids: ShelfIds
              filters: [Name]
              tags: Tag
              page: {token: NextToken, size: MaxResults, default: 2, max: 3}
              answer: [{rows: Shelves}, NextToken, {field: TotalCount, is: total-count}]
            - {describe: GetShelf, required: [ShelfId], answer: [RequestId, ShelfId, Name, OwnerId]}
            - {update: UpdateShelf, required: [ShelfId], answer: [RequestId]}
            - {delete: DeleteShelf, required: [ShelfId], answer: [RequestId]}
      """
          + ERRORS.replace("TYPE", "Shelf")
          + """
        - type: Box
          id: {parameter: BoxId, prefix: box-, made-of: digits, length: 6}
          parents: [{parameter: ShelfId, type: Shelf, copies: [Name]}]
          fields:
            - {field: BoxId, is: id}
            - ShelfId
            - {field: Name, otherwise: ""}
            - {field: IsDefault, otherwise: false}
          operations:
            - {create: CreateBox, required: [ShelfId], answer: [RequestId, BoxId]}
            - list: ListBoxes
              ids: BoxIds
              filters: [ShelfId]
              tags: Tag
              page: {token: NextToken, size: MaxResults, default: 2, max: 3}
              answer: [{rows: Boxes}, NextToken, {field: TotalCount, is: total-count}]
            - {delete: DeleteBox, required: [BoxId], answer: [RequestId]}
      """
          + ERRORS.replace("TYPE", "Box");

  private final ProductUnderTest product =
      new ProductUnderTest(
          ProductFileReader.read("Sample.yaml", FILE).product(), ServiceSettings.DEFAULT);

  private String create(String query) {
    Reply reply = product.ask(query);
    assertThat(reply.error()).isEqualTo("200");
    return reply.text(query.startsWith("CreateShelf") ? "ShelfId" : "BoxId");
  }

  private static List<String> all(String field, String body) {
    return Pattern.compile("\"" + field + "\":\"([^\"]*)\"")
        .matcher(body)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void aResourceIsWhatWasSentAndWhatTheProductMakesOfIt() {
    String id = create("CreateShelf&Name=n1&Zones.1=z1&Zones.2=z2&Tag.1.Key=k&Tag.1.Value=v");
    assertThat(id).matches("sh-[0-9a-f]{8}");
    assertThat(product.ask("ListShelves").body())
        .contains("\"ShelfId\":\"" + id + "\",\"Name\":\"n1\",\"Zones\":[\"z1\",\"z2\"]")
        .containsPattern("\"DefaultBoxId\":\"box-[1-9][0-9]{5}\"")
        .contains("\"Status\":\"Created\",\"Region\":\"cn-hangzhou\"")
        .contains("\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]")
        .contains("\"NextToken\":\"\",\"TotalCount\":1");
    assertThat(product.ask("ListTagResources&ResourceType=Shelf&ResourceId.1=" + id).rows())
        .containsExactly("Shelf/" + id + " k=v");
  }

  @Test
  void whatComesAlongIsThereAndGoesWithItAlone() {
    String id = create("CreateShelf&Name=n1");
    String along = all("DefaultBoxId", product.ask("ListShelves").body()).get(0);
    assertThat(product.ask("ListBoxes&ShelfId=" + id).body())
        .contains(
            "\"BoxId\":\""
                + along
                + "\",\"ShelfId\":\""
                + id
                + "\",\"Name\":\"\",\"IsDefault\":true");
    assertThat(product.ask("DeleteBox&BoxId=" + along).error())
        .isEqualTo("409 BoxGoesWithAnother: " + along);
    assertThat(product.ask("DeleteShelf&ShelfId=" + id).error()).isEqualTo("200");
    assertThat(product.ask("ListBoxes").body()).contains("\"TotalCount\":0");
    assertThat(product.ask("DeleteShelf&ShelfId=" + id).error()).isEqualTo("404 NoShelf: " + id);
  }

  @Test
  void whatSomethingHangsOnIsKept() {
    String shelf = create("CreateShelf&Name=n1");
    String box = create("CreateBox&ShelfId=" + shelf);
    assertThat(product.ask("DeleteShelf&ShelfId=" + shelf).error())
        .isEqualTo("409 ShelfInUse: " + shelf);
    assertThat(product.ask("DeleteBox&BoxId=" + box).error()).isEqualTo("200");
    assertThat(product.ask("DeleteShelf&ShelfId=" + shelf).error()).isEqualTo("200");
    assertThat(product.ask("CreateBox&ShelfId=" + shelf).error())
        .isEqualTo("404 NoShelf: " + shelf);
  }

  @Test
  void oneResourceIsDescribedToItsOwnerWithTheAccountAsANumber() {
    String id = create("CreateShelf&Name=n1");
    assertThat(product.ask("GetShelf&ShelfId=" + id).body())
        .contains("\"ShelfId\":\"" + id + "\",\"Name\":\"n1\",\"OwnerId\":1234567890123456}");
    assertThat(product.ask("GetShelf&ShelfId=sh-0").error()).isEqualTo("404 NoShelf: sh-0");
  }

  @Test
  void whatAParentHasIsCopiedFromIt() {
    String shelf = create("CreateShelf&Name=n1");
    String box = create("CreateBox&ShelfId=" + shelf + "&Name=mine");
    assertThat(box).matches("box-[1-9][0-9]{5}");
    assertThat(product.ask("ListBoxes&BoxIds.1=" + box).body())
        .contains("\"BoxId\":\"" + box + "\",\"ShelfId\":\"" + shelf + "\",\"Name\":\"n1\"");
  }

  @Test
  void whichResourcesARequestNamesIsKnownWhateverItsRules() {
    Product read = ProductFileReader.read("Sample.yaml", FILE).product();
    assertThat(named(read.operation("DeleteBox"), "BoxId=b1"))
        .isEqualTo(new RequestedResources(List.of("b1"), List.of("Box")));
    assertThat(named(read.operation("ListBoxes"), "BoxIds.1=b1&BoxIds.2=b2"))
        .isEqualTo(new RequestedResources(List.of("b1", "b2"), List.of("Box")));
    Operation list = read.operation("ListTagResources");
    assertThat(named(list, "ResourceType=box&ResourceId.2=b&ResourceId.1=a"))
        .isEqualTo(new RequestedResources(List.of("a", "b"), List.of("Box")));
    assertThat(named(list, "ResourceType=Bag"))
        .isEqualTo(new RequestedResources(List.of(), List.of("Bag")));
    assertThat(named(list, "")).isEqualTo(new RequestedResources(List.of(), List.of()));
    assertThat(named(null, "ResourceType=Bag&ResourceId.1=a"))
        .isEqualTo(new RequestedResources(List.of("a"), List.of("Bag")));
    assertThat(named(null, "")).isEqualTo(new RequestedResources(List.of(), List.of()));
  }

  private static RequestedResources named(Operation operation, String query) {
    return RequestedResources.of(operation, Parameters.parse(query));
  }

  @Test
  void itsParametersAreKnown() {
    Product read = ProductFileReader.read("Sample.yaml", FILE).product();
    assertThat(OperationParameters.of(read.operation("CreateBox")))
        .containsExactlyInAnyOrder(
            "BoxId", "ShelfId", "Tag.1.Key", "Tag.1.Value", "Name", "IsDefault");
    assertThat(OperationParameters.of(read.operation("ListShelves")))
        .containsExactlyInAnyOrder(
            "ShelfId", "ShelfIds.1", "Name", "Tag.1.Key", "Tag.1.Value", "NextToken", "MaxResults");
    assertThat(OperationParameters.of(read.operation("UntagResources")))
        .containsExactlyInAnyOrder("RegionId", "ResourceType", "ResourceId.1", "TagKey.1", "All");
    assertThat(read.operation("ListShelves").lists()).isTrue();
    assertThat(read.operation("CreateBox").lists()).isFalse();
  }

  @Test
  void aChangeKeepsWhatItDoesNotName() {
    String id = create("CreateShelf&Name=n1&Zones.1=z1");
    assertThat(product.ask("UpdateShelf&ShelfId=" + id + "&Name=n2").error()).isEqualTo("200");
    assertThat(product.ask("ListShelves").body())
        .contains("\"ShelfId\":\"" + id + "\",\"Name\":\"n2\",\"Zones\":[\"z1\"]");
    assertThat(product.ask("UpdateShelf&ShelfId=sh-0&Name=n2").error())
        .isEqualTo("404 NoShelf: sh-0");
  }

  @Test
  void aListIsNarrowedByIdsAttributesAndTags() {
    String one = create("CreateShelf&Name=n1&Tag.1.Key=k&Tag.1.Value=1");
    String other = create("CreateShelf&Name=n2&Tag.1.Key=k&Tag.1.Value=2");
    assertThat(all("ShelfId", product.ask("ListShelves").body())).containsExactly(one, other);
    for (String only : List.of("ShelfIds.1=" + other, "Name=n2", "Tag.1.Key=k&Tag.1.Value=2")) {
      assertThat(all("ShelfId", product.ask("ListShelves&" + only).body()))
          .as(only)
          .containsExactly(other);
    }
    assertThat(product.ask("ListShelves&Tag.1.Key=other").body()).contains("\"TotalCount\":0");
    assertThat(product.ask("ListShelves&Name=n1&ShelfIds.1=" + other).body())
        .contains("\"TotalCount\":0");
  }

  @Test
  void pagesFollowEachOtherInTheOrderOfCreation() {
    List<String> made =
        List.of(
            create("CreateShelf&Name=a"),
            create("CreateShelf&Name=b"),
            create("CreateShelf&Name=c"));
    Reply first = product.ask("ListShelves");
    assertThat(all("ShelfId", first.body())).isEqualTo(made.subList(0, 2));
    assertThat(first.body()).contains("\"TotalCount\":3");
    Reply second = product.ask("ListShelves&NextToken=" + first.text("NextToken"));
    assertThat(all("ShelfId", second.body())).isEqualTo(made.subList(2, 3));
    assertThat(second.text("NextToken")).isEmpty();
    assertThat(all("ShelfId", product.ask("ListShelves&MaxResults=3").body())).isEqualTo(made);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CreateShelf | 400 MissingName: Name?",
        "CreateShelf&Name= | 400 MissingName: Name?",
        "CreateBox&ShelfId=sh-1 | 404 NoShelf: sh-1",
        "DeleteBox&BoxId=box-1 | 404 NoBox: box-1",
        "ListShelves&MaxResults=0 | 400 BadPage: ",
        "ListShelves&MaxResults=4 | 400 BadPage: ",
        "ListShelves&NextToken=x | 400 BadPage: ",
        "CreateShelf&Name=n&Tag.1.Key=toolong | 400 InvalidParameter.TagKey: The Tag.N.Key parameter is invalid.",
      })
  void whatBreaksARuleIsRefusedAndMakesNothing(String sent, String error) {
    assertThat(product.ask(sent).error().trim()).isEqualTo(error.trim());
    assertThat(product.ask("ListShelves").body()).contains("\"TotalCount\":0");
  }

  @Test
  void theSameTokenCreatesOnceAndForTheSameAlone() {
    String id = create("CreateShelf&Name=n1&ClientToken=t&Tag.1.Key=k");
    assertThat(create("CreateShelf&Name=n1&ClientToken=t&Tag.1.Key=k")).isEqualTo(id);
    for (String other : List.of("Name=n2&Tag.1.Key=k", "Name=n1&Tag.1.Key=l", "Name=n1")) {
      assertThat(product.ask("CreateShelf&ClientToken=t&" + other).error())
          .as(other)
          .startsWith("409 TokenReused");
    }
    assertThat(create("CreateShelf&Name=n1&ClientToken=u&Tag.1.Key=k")).isNotEqualTo(id);
    assertThat(product.ask("ListShelves").body()).contains("\"TotalCount\":2");
  }

  @Test
  void anotherAccountHasResourcesOfItsOwn() {
    String id = create("CreateShelf&Name=n1");
    assertThat(product.ask("ListShelves&Account=6543210987654321").body())
        .contains("\"TotalCount\":0");
    assertThat(product.ask("DeleteShelf&Account=6543210987654321&ShelfId=" + id).status())
        .isEqualTo(404);
  }
}
