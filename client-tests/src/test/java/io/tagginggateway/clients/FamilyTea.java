package io.tagginggateway.clients;

import com.aliyun.openapiutil.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The generic client, pointed at a product's own host with the gateway as its proxy. */
record FamilyTea(JsonNode product) implements FamilyClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE = 30_000;

  /** The settings that every client of this generation takes. */
  static Config config(JsonNode product) {
    return new Config()
        .setAccessKeyId(System.getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"))
        .setAccessKeySecret(System.getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"))
        .setEndpoint(product.get("host").asText())
        .setProtocol("HTTP")
        .setHttpProxy(System.getenv("GATEWAY_PROXY"))
        .setConnectTimeout(PATIENCE)
        .setReadTimeout(PATIENCE);
  }

  @Override
  public String artifact() {
    return "com.aliyun:tea-openapi";
  }

  @Override
  public String version() {
    return FamilySdk.versionOf(com.aliyun.teaopenapi.Client.class);
  }

  @Override
  public @Nullable Object send(JsonNode step, Map<String, Object> parameters) throws Exception {
    String in = step.path("in").asText();
    OpenApiRequest request = new OpenApiRequest();
    if (in.equals("body")) {
      request.setBody(parameters);
    } else {
      Map<String, String> flat = Client.query(encoded(step.get("encoded"), parameters));
      if (in.equals("form")) {
        request.setBody(flat);
      } else {
        request.setQuery(flat);
      }
    }
    Params params =
        new Params()
            .setAction(step.get("action").asText())
            .setVersion(product.get("version").asText())
            .setProtocol("HTTP")
            .setPathname(step.path("path").asText("/"))
            .setMethod(step.path("method").asText("POST"))
            .setAuthType("AK")
            .setStyle(product.get("style").asText().equals("roa") ? "ROA" : "RPC")
            .setReqBodyType(in.equals("body") ? "json" : "formData")
            .setBodyType("json");
    Map<String, ?> answer =
        new com.aliyun.teaopenapi.Client(config(product))
            .callApi(params, request, new RuntimeOptions());
    return answer.get("body");
  }

  /** Lists that the product takes as a text are written as one. */
  private static Map<String, Object> encoded(JsonNode encodings, Map<String, Object> parameters)
      throws JsonProcessingException {
    Map<String, Object> written = new HashMap<>(parameters);
    for (Map.Entry<String, Object> one : parameters.entrySet()) {
      String how = encodings.path(one.getKey()).asText();
      if (how.equals("comma") && one.getValue() instanceof List<?> list) {
        written.put(
            one.getKey(), list.stream().map(Object::toString).collect(Collectors.joining(",")));
      } else if (!how.isEmpty()) {
        written.put(one.getKey(), JSON.writeValueAsString(one.getValue()));
      }
    }
    return written;
  }
}
