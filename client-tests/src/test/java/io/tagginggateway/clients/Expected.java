package io.tagginggateway.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the scenario asks of one step, compared with what the client saw. */
final class Expected {
  private static final String REQUEST_ID = "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}";

  private final JsonNode step;
  private final Call.Product product;

  Expected(JsonNode step, Call.Product product) {
    this.step = step;
    this.product = product;
  }

  void check(Seen seen) {
    if (step.has("error")) {
      checkError(seen.error());
      return;
    }
    assertThat(seen.error()).as("error").isNull();
    assertThat(seen.requestId()).as("request id").matches(REQUEST_ID);
    if (step.has("rows")) {
      assertThat(seen.rows()).containsExactlyInAnyOrderElementsOf(rows());
    }
    if (step.has("pages")) {
      assertThat(seen.pages()).as("pages").isEqualTo(own("pages", step).asInt());
    }
  }

  private void checkError(Failure failure) {
    JsonNode error = step.path("error");
    assertThat(failure).as("error").isNotNull();
    assertThat(failure.code()).as("code in %s", failure).isEqualTo(own("code", error).asText());
    assertThat(failure.message()).as("message").contains(own("message", error).asText());
    if (failure.status() != null) {
      assertThat(failure.status()).as("status").isEqualTo(error.path("status").asInt());
    }
    if (failure.requestId() != null) {
      assertThat(failure.requestId()).as("request id").matches(REQUEST_ID);
    }
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : step.path("rows")) {
      rows.add(
          List.of(
              row.path(0).asText(), row.path(1).asText(), row.path(2).asText(), product.type()));
    }
    return rows;
  }

  /** A field, or this product's part of it. */
  private JsonNode own(String field, JsonNode in) {
    JsonNode value = in.path(field);
    return value.isObject() ? value.path(product.code()) : value;
  }
}
