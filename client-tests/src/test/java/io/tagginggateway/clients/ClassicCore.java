package io.tagginggateway.clients;

import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.http.clients.ApacheHttpClient;
import com.aliyuncs.profile.DefaultProfile;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The older generation, by its untyped request; {@code mode} is where the parameters travel. */
record ClassicCore(String mode) implements Official {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String artifact() {
    return "aliyun-java-sdk-core";
  }

  @Override
  public Map<String, ?> send(Call call) throws Exception {
    CommonRequest request = new CommonRequest();
    Target target = call.target();
    String address = call.endpoint();
    // doc: java-classic-endpoint
    request.setSysDomain(address); // 127.0.0.1:8080
    request.setSysProtocol(ProtocolType.HTTP);
    // end
    if (target.scheme().equals("https")) {
      request.setSysProtocol(ProtocolType.HTTPS);
    }
    request.setSysVersion(call.product().version());
    request.setSysAction(call.action());
    request.setSysMethod(mode.equals("GET") ? MethodType.GET : MethodType.POST);
    if (mode.equals("form")) {
      call.query().forEach(request::putBodyParameter);
    } else {
      call.query().forEach(request::putQueryParameter);
    }
    DefaultAcsClient client = client(call);
    try {
      return JSON.readValue(client.getCommonResponse(request).getData(), new TypeReference<>() {});
    } finally {
      client.shutdown();
      // One HTTP client for the whole JVM, and the settings of the first count: let each be first.
      ApacheHttpClient.getInstance().close();
    }
  }

  private static DefaultAcsClient client(Call call) {
    Call.Credentials who = call.who();
    DefaultProfile profile =
        DefaultProfile.getProfile(call.product().region(), who.id(), who.secret());
    if (call.target().proxied()) {
      String gateway = call.target().proxyUrl();
      // doc: java-classic-proxy
      HttpClientConfig http = HttpClientConfig.getDefault();
      http.setHttpProxy(gateway); // http://127.0.0.1:8080
      http.setHttpsProxy(gateway);
      profile.setHttpClientConfig(http);
      // end
    }
    return who.token().isEmpty()
        ? new DefaultAcsClient(profile)
        : new DefaultAcsClient(
            profile,
            new StaticCredentialsProvider(
                new BasicSessionCredentials(who.id(), who.secret(), who.token())));
  }

  @Override
  public Failure describe(Exception error) {
    if (error instanceof ClientException known) {
      return new Failure(
          known.getClass().getSimpleName(),
          known.getErrCode(),
          known.getErrMsg(),
          known.getRequestId(),
          null);
    }
    return new Failure(error.getClass().getSimpleName(), null, error.toString(), null, null);
  }
}
