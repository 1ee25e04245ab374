package io.tagginggateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tags that are set and removed by ARN are those of the products, whose rules hold too. */
final class TagViewChangesTest extends TagViewCalls {
  @Test
  void aTagSetThroughTheProductIsSeenByArn() {
    kms.ask("TagResources&ResourceType=key&ResourceId.1=k-1&Tag.1.Key=env&Tag.1.Value=a" + REGION);

    assertThat(ask("ListTagResources", "ResourceARN.1", KEY).body())
        .isEqualTo(
            "{\"NextToken\":\"\",\"RequestId\":\""
                + ProductUnderTest.REQUEST_ID
                + "\",\"TagResources\":[{\"ResourceARN\":\""
                + KEY
                + "\",\"Tags\":[{\"Key\":\"env\",\"Value\":\"a\",\"Category\":\"Custom\"}]}]}");
    assertThat(ask(Format.XML, "ListTagResources", "ResourceARN.1", KEY).body())
        .contains(
            "<TagResources><ResourceARN>"
                + KEY
                + "</ResourceARN><Tags><Key>env</Key><Value>a</Value><Category>Custom</Category>"
                + "</Tags></TagResources>");
  }

  @Test
  void aTagSetAndRemovedByArnIsSetAndRemovedInTheProduct() {
    set("arn:acs:kms:*:*:KEY/k-1", "{\"env\":\"a\",\"zone\":\"b\"}");
    String list = "ListTagResources&ResourceType=key&ResourceId.1=k-1" + REGION;
    assertThat(kms.ask(list).body()).contains("\"env\"", "\"zone\"");

    assertThat(ask("UntagResources", "ResourceARN.1", KEY, "TagKey.1", "env").body())
        .contains("\"FailedResource\":[]");
    assertThat(kms.ask(list).body()).doesNotContain("\"env\"").contains("\"zone\"");
  }

  @Test
  void eachTypeOfEachProductIsFoundByTheArnThatListsGiveIt() {
    for (ProductEntry entry : PRODUCTS.entries()) {
      for (String type : entry.product().resourceTypes()) {
        MemoryTagStore own = new MemoryTagStore();
        ProductUnderTest product =
            new ProductUnderTest(entry.head().code(), PRODUCTS, ServiceSettings.DEFAULT, own);
        ProductUnderTest view = new ProductUnderTest("Tag", PRODUCTS, ServiceSettings.DEFAULT, own);
        product.declareSystem(type, "thing", "owner", "cloud");

        String all = view.ask("ListTagResources" + REGION).body();
        String arn = rows(all).get(0);
        String one = view.ask("ListTagResources" + REGION + "&ResourceARN.1=" + arn).body();
        assertThat(rows(one)).as(entry.head().title() + " " + type).containsExactly(arn);
      }
    }
  }

  @Test
  void whatOneResourcesProductRefusesFailsThatResourceAlone() {
    String longKey = "k".repeat(65);
    ProductUnderTest declared = product("Tag", new ServiceSettings(0, true));
    kms.declare("key", "k-1");

    String body =
        declared
            .ask(
                "TagResources"
                    + REGION
                    + "&ResourceARN.1="
                    + KEY
                    + "&ResourceARN.2=arn:acs:kms:*:*:key/none&Tags=%7B%22env%22:%22a%22%7D")
            .body();
    assertThat(rows(body)).containsExactly("arn:acs:kms:*:*:key/none");
    assertThat(body).contains("\"Result\":{\"Code\":\"InvalidResourceId.NotFound\"");
    assertThat(ask("ListTagResources", "ResourceARN.1", KEY).body()).contains("\"env\"");

    String nat = "arn:acs:kms:*:*:key/k-2";
    String spaced =
        ask(
                "TagResources",
                "ResourceARN.1",
                nat,
                "ResourceARN.2",
                RDS,
                "Tags",
                "{\"a b\":\"1\",\"" + longKey + "\":\"1\"}")
            .body();
    assertThat(rows(spaced)).containsExactly(nat);
    assertThat(spaced).contains("\"Code\":\"InvalidParameter.TagKey\"");
  }

  @Test
  void aResourceTakesNoMoreTagsThanItsProductAllows() {
    for (String part : List.of("a", "b")) {
      set(KEY, tenTags(part));
    }
    String body = ask("TagResources", "ResourceARN.1", KEY, "Tags", tenTags("c")).body();
    assertThat(rows(body)).containsExactly(KEY);
    assertThat(ask(Format.XML, "TagResources", "ResourceARN.1", KEY, "Tags", tenTags("c")).body())
        .contains(
            "<FailedResources><FailedResource><ResourceARN>"
                + KEY
                + "</ResourceARN><Result><Code>");
    assertThat(ask("ListTagResources", "ResourceARN.1", KEY).body()).doesNotContain("\"c1\"");
  }

  private static String tenTags(String part) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 10; i++) {
      json.append(i == 0 ? "" : ",").append("\"" + part + i + "\":\"v\"");
    }
    return json + "}";
  }
}
