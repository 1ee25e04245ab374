package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectTargetTest {
  @ParameterizedTest
  @CsvSource({
    "vpcipam.cn-hangzhou.aliyuncs.com:443, vpcipam.cn-hangzhou.aliyuncs.com",
    "VpcIpam.aliyuncs.com:443, vpcipam.aliyuncs.com",
    "localhost:443, localhost",
  })
  void aPlainHostWithThePortOfTlsIsTaken(String target, String host) {
    assertThat(ConnectTarget.host(target)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":443",
        "vpcipam.cn-hangzhou.aliyuncs.com",
        "vpcipam.cn-hangzhou.aliyuncs.com:",
        "vpcipam.cn-hangzhou.aliyuncs.com:80",
        "vpcipam.cn-hangzhou.aliyuncs.com:0443",
        "vpcipam.cn-hangzhou.aliyuncs.com:4430",
        "vpcipam.cn-hangzhou.aliyuncs.com:443:443",
        "vpcipam.cn-hangzhou.aliyuncs.com.:443",
        "vpcipam..aliyuncs.com:443",
        ".aliyuncs.com:443",
        "user@vpcipam.cn-hangzhou.aliyuncs.com:443",
        "evil.example:80@vpcipam.cn-hangzhou.aliyuncs.com:443",
        "https://vpcipam.cn-hangzhou.aliyuncs.com:443",
        "vpcipam.cn-hangzhou.aliyuncs.com:443/",
        "vpcipam.cn-hangzhou.aliyuncs.com%00.evil.example:443",
        "[::1]:443",
        "[::ffff:127.0.0.1]:443",
        "::1:443",
        "vpcipam\u3002aliyuncs.com:443",
        "/",
        "*"
      })
  void anythingElseIsNot(String target) {
    assertThat(ConnectTarget.host(target)).isNull();
  }

  @Test
  void aNameLongerThanDnsAllowsIsNot() {
    assertThat(ConnectTarget.host("a".repeat(254) + ":443")).isNull();
    assertThat(ConnectTarget.host("a".repeat(253) + ":443")).isNotNull();
  }
}
