package io.tagginggateway.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays one step with one client, page by page to the end that the product's dialect names. */
final class Player {
  private static final int MOST_PAGES = 20;

  private final Official client;
  private final Call.Product product;
  private final Call.Credentials who;
  private final Target target;

  Player(Official client, Call.Product product, Call.Credentials who, Target target) {
    this.client = client;
    this.product = product;
    this.who = who;
    this.target = target;
  }

  Seen play(Step step) {
    try {
      return step.lists() ? list(step) : Seen.done(text(send(step, ""), "RequestId"));
    } catch (Exception e) {
      return Seen.failed(client.describe(e));
    }
  }

  private Seen list(Step step) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    String token = "";
    for (int page = 1; page <= MOST_PAGES; page++) {
      Map<String, ?> body = send(step, token);
      rows(body).forEach(row -> rows.add(row(row)));
      token = text(body, "NextToken");
      if (token.equals(product.end())) {
        return Seen.listed(text(body, "RequestId"), rows, page);
      }
    }
    throw new IllegalStateException("the list did not end after " + MOST_PAGES + " pages");
  }

  private Map<String, ?> send(Step step, String token) throws Exception {
    return client.send(new Call(product, step.action(), step.query(token), who, target));
  }

  /** The rows, by the product's own envelope and no other. */
  private List<?> rows(Map<String, ?> body) {
    Object rows = body.get("TagResources");
    return (List<?>)
        (product.code().equals("VpcIpam") ? rows : ((Map<?, ?>) rows).get("TagResource"));
  }

  private static List<String> row(Object row) {
    Map<?, ?> fields = (Map<?, ?>) row;
    return List.of(
        text(fields, "TagKey"),
        text(fields, "TagValue"),
        text(fields, "ResourceId"),
        text(fields, "ResourceType"));
  }

  private static String text(Map<?, ?> fields, String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " is missing in " + fields);
    }
    return value.toString();
  }
}
