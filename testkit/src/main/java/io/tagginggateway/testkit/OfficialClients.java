package io.tagginggateway.testkit;

import com.aliyun.teaopenapi.models.Config;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.profile.DefaultProfile;
import com.aliyuncs.profile.IClientProfile;

/**
 * Settings that point the official clients to a gateway. Their libraries are the user's: a method
 * here needs the one that it returns a type of, and the testkit brings none.
 */
public final class OfficialClients {
  private OfficialClients() {}

  /**
   * What the clients of the Tea family take, {@code com.aliyun:tea-openapi} and the typed ones made
   * of it.
   *
   * @param gateway a gateway that serves
   * @param credentials what the client signs with, such as {@link TaggingGateway#accessKey}
   */
  public static Config teaConfig(TaggingGateway gateway, Credentials credentials) {
    return new Config()
        .setAccessKeyId(credentials.accessKeyId())
        .setAccessKeySecret(credentials.accessKeySecret())
        .setRegionId(gateway.region())
        .setEndpoint("127.0.0.1:" + gateway.port())
        .setProtocol("HTTP");
  }

  /**
   * A client of {@code com.aliyun:aliyun-java-sdk-core}. Its requests still name the endpoint, by
   * {@code setSysDomain(gateway.endpoint(product))}.
   *
   * @param gateway a gateway that serves
   * @param credentials what the client signs with, such as {@link TaggingGateway#accessKey}
   */
  public static IAcsClient acsClient(TaggingGateway gateway, Credentials credentials) {
    IClientProfile profile =
        DefaultProfile.getProfile(
            gateway.region(), credentials.accessKeyId(), credentials.accessKeySecret());
    return new DefaultAcsClient(profile);
  }
}
