package io.tagginggateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.testing.ProductUnderTest;
import io.tagginggateway.core.testing.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the view over the tags of all products in this module, beside the products themselves. */
abstract class TagViewCalls {
  static final Products PRODUCTS = new Products(new CatalogProducts().entries());
  private static final Pattern TOKEN = Pattern.compile("\"NextToken\":\"([^\"]*)\"");
  private static final Pattern ROW = Pattern.compile("\"ResourceARN\":\"([^\"]*)\"");
  static final String KEY = "arn:acs:kms:cn-hangzhou:1234567890123456:key/k-1";
  static final String RDS = "arn:acs:rds:*:*:INSTANCE/rm-1";
  static final String REGION = "&RegionId=cn-hangzhou";

  final MemoryTagStore store = new MemoryTagStore();
  final ProductUnderTest tag = product("Tag", ServiceSettings.DEFAULT);
  final ProductUnderTest kms = product("Kms", ServiceSettings.DEFAULT);

  final ProductUnderTest product(String code, ServiceSettings settings) {
    return new ProductUnderTest(code, PRODUCTS, settings, store);
  }

  final Reply ask(String action, String... namesAndValues) {
    return ask(Format.JSON, action, namesAndValues);
  }

  final Reply ask(Format format, String action, String... namesAndValues) {
    StringBuilder query = new StringBuilder(action + REGION);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query
          .append('&')
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return tag.ask(format, query.toString());
  }

  final void set(String arn, String json) {
    assertThat(ask("TagResources", "ResourceARN.1", arn, "Tags", json).body())
        .contains("\"FailedResource\":[]");
  }

  static List<String> rows(String json) {
    List<String> rows = new ArrayList<>();
    Matcher found = ROW.matcher(json);
    while (found.find()) {
      rows.add(found.group(1));
    }
    return rows;
  }

  static String token(String json) {
    Matcher found = TOKEN.matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }
}
