package io.tagginggateway.clients;

import com.aliyun.auth.credentials.Credential;
import com.aliyun.auth.credentials.provider.StaticCredentialProvider;
import com.aliyun.core.http.HttpMethod;
import com.aliyun.core.http.ProxyOptions;
import com.aliyun.httpcomponent.httpclient.ApacheAsyncHttpClientBuilder;
import com.aliyun.sdk.gateway.pop.clients.CommonAsyncClient;
import com.aliyun.sdk.gateway.pop.clients.CommonAsyncClientBuilder;
import com.aliyun.sdk.gateway.pop.exception.PopClientException;
import com.aliyun.sdk.gateway.pop.exception.PopServerException;
import com.aliyun.sdk.gateway.pop.models.CommonRequest;
import darabonba.core.client.ClientOverrideConfiguration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** The runtime of the asynchronous typed clients, by its untyped request. */
record AsyncPop() implements Official {
  @Override
  public String artifact() {
    return "aliyun-gateway-pop";
  }

  @Override
  public String mode() {
    return "";
  }

  @Override
  public Map<String, ?> send(Call call) throws Exception {
    CommonRequest.Builder request =
        CommonRequest.builder()
            .product(call.product().code())
            .version(call.product().version())
            .action(call.action())
            .path("/")
            .httpMethod(HttpMethod.POST)
            .requestBodyType("formData")
            .responseBodyType("json");
    call.query().forEach(request::putQueryParameters);
    try (CommonAsyncClient client = client(call)) {
      @SuppressWarnings("unchecked")
      Map<String, ?> body =
          (Map<String, ?>) client.callApi(request.build()).get(30, TimeUnit.SECONDS).getBody();
      return body;
    }
  }

  private static CommonAsyncClient client(Call call) {
    Call.Credentials who = call.who();
    Credential.Builder credential =
        Credential.builder().accessKeyId(who.id()).accessKeySecret(who.secret());
    if (!who.token().isEmpty()) {
      credential.securityToken(who.token());
    }
    Target target = call.target();
    CommonAsyncClientBuilder builder =
        CommonAsyncClient.builder()
            .region(call.product().region())
            .credentialsProvider(StaticCredentialProvider.create(credential.build()));
    String address = call.endpoint();
    if (target.route() == Target.Route.DIRECT) {
      // doc: java-async-endpoint
      builder.overrideConfiguration(
          ClientOverrideConfiguration.create()
              .setEndpointOverride(address) // 127.0.0.1:8080
              .setProtocol("HTTP"));
      // end
    } else {
      builder.overrideConfiguration(
          ClientOverrideConfiguration.create()
              .setEndpointOverride(address)
              .setProtocol(target.scheme().toUpperCase(Locale.ROOT)));
    }
    if (target.proxied()) {
      var gateway = target.proxy();
      // doc: java-async-proxy
      builder.httpClient(
          new ApacheAsyncHttpClientBuilder()
              .proxy(new ProxyOptions(ProxyOptions.Type.HTTP, gateway)) // 127.0.0.1, 8080
              .build());
      // end
    }
    return builder.build();
  }

  @Override
  public Failure describe(Exception error) {
    Throwable cause = error;
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String type = cause.getClass().getSimpleName();
    if (cause instanceof PopClientException known) {
      return new Failure(
          type,
          known.getErrCode(),
          known.getErrMessage(),
          known.getRequestId(),
          known.getStatusCode());
    }
    if (cause instanceof PopServerException known) {
      return new Failure(
          type,
          known.getErrCode(),
          known.getErrMessage(),
          known.getRequestId(),
          known.getStatusCode());
    }
    return new Failure(type, null, cause.toString(), null, null);
  }
}
