package io.tagginggateway.clients;

import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client that the typed ones of today are made of, called as they call it. */
record TeaOpenApi(String mode) implements Official {
  @Override
  public String artifact() {
    return "tea-openapi";
  }

  @Override
  public Map<String, ?> send(Call call) throws Exception {
    Map<String, ?> answer =
        new Client(config(call))
            .callApi(
                new Params()
                    .setAction(call.action())
                    .setVersion(call.product().version())
                    .setProtocol("HTTPS")
                    .setPathname("/")
                    .setMethod("POST")
                    .setAuthType("AK")
                    .setStyle("RPC")
                    .setReqBodyType("formData")
                    .setBodyType("json"),
                new OpenApiRequest().setQuery(call.query()),
                new RuntimeOptions());
    @SuppressWarnings("unchecked")
    Map<String, ?> body = (Map<String, ?>) answer.get("body");
    return body;
  }

  private Config config(Call call) {
    Config config =
        new Config()
            .setAccessKeyId(call.who().id())
            .setAccessKeySecret(call.who().secret())
            .setRegionId(call.product().region())
            .setEndpoint(call.endpoint());
    if (!call.who().token().isEmpty()) {
      config.setSecurityToken(call.who().token());
    }
    if (!mode.isEmpty()) {
      config.setSignatureAlgorithm(mode);
    }
    Target target = call.target();
    String gateway = target.proxyUrl();
    switch (target.route()) {
      case DIRECT -> {
        String address = target.endpoint(call.product().host());
        // doc: java-tea-endpoint
        config.setEndpoint(address); // 127.0.0.1:8080
        config.setProtocol("HTTP");
        // end
      }
      case PROXY -> {
        // doc: java-tea-http-proxy
        config.setHttpProxy(gateway); // http://127.0.0.1:8080
        config.setProtocol("HTTP");
        // end
      }
      case CONNECT -> {
        // doc: java-tea-https-proxy
        config.setHttpsProxy(gateway); // http://127.0.0.1:8080
        // end
      }
      case TLS -> {}
    }
    return config;
  }

  @Override
  public Failure describe(Exception error) {
    if (error instanceof TeaException known) {
      Object requestId = known.getData() == null ? null : known.getData().get("RequestId");
      return new Failure(
          known.getClass().getSimpleName(),
          known.getCode(),
          known.getMessage(),
          text(requestId),
          known.getStatusCode());
    }
    return new Failure(error.getClass().getSimpleName(), null, error.toString(), null, null);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
