package io.tagginggateway.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

final class TaggingGatewayContainerTest {
  @Test
  void settingsReachTheContainerAsVariables() {
    TaggingGatewayContainer container =
        new TaggingGatewayContainer()
            .strict()
            .isolated()
            .withNames("gateway.test", "*.corp.example")
            .withSetting("products.CloudAPI.page-size", "2");
    assertThat(container.getEnvMap())
        .containsEntry("TAGGING_GATEWAY_AUTH_MODE", "strict")
        .containsEntry("TAGGING_GATEWAY_ACCOUNTS_UNKNOWN_KEY", "isolated")
        .containsEntry("TAGGING_GATEWAY_HTTP_NAMES", "gateway.test,*.corp.example")
        .containsEntry("TAGGING_GATEWAY_PRODUCTS_CLOUDAPI_PAGE_SIZE", "2")
        .containsEntry("TAGGING_GATEWAY_ADMIN_TOKEN", container.getAdminToken())
        .containsEntry("TAGGING_GATEWAY_DEMO", "false");
    assertThat(container.getExposedPorts()).containsExactly(TaggingGatewayContainer.PORT);
  }

  @Test
  @SuppressWarnings("deprecation") // nothing else tells what is to be copied
  void aFixtureIsCopiedToWhereItsSettingLeads() {
    MountableFile file = MountableFile.forHostPath("../deploy/fixtures.yaml");
    TaggingGatewayContainer container = new TaggingGatewayContainer().withFixtures(file);
    assertThat(container.getEnvMap())
        .containsEntry("TAGGING_GATEWAY_FIXTURES", "/etc/tagging-gateway/fixtures.yaml");
    assertThat(container.getCopyToFileContainerPathMap())
        .containsEntry(file, "/etc/tagging-gateway/fixtures.yaml");
  }

  @Test
  void everyContainerHasATokenOfItsOwn() {
    assertThat(new TaggingGatewayContainer().getAdminToken())
        .isNotEqualTo(new TaggingGatewayContainer().getAdminToken());
  }

  @Test
  void anotherImageMustSayThatItIsOne() {
    DockerImageName other = DockerImageName.parse("registry.corp.example/tags:1");
    assertThatThrownBy(() -> new TaggingGatewayContainer(other))
        .isInstanceOf(IllegalStateException.class);
    assertThat(
            new TaggingGatewayContainer(
                    other.asCompatibleSubstituteFor(TaggingGatewayContainer.IMAGE))
                .getExposedPorts())
        .containsExactly(TaggingGatewayContainer.PORT);
  }

  static boolean thereIsADockerEngineAndTheImage() {
    return Boolean.getBoolean("docker.image") && DockerClientFactory.instance().isDockerAvailable();
  }

  /** Asked for by -Ddocker.image=true, where the image was loaded into a Docker engine. */
  @Test
  @EnabledIf("thereIsADockerEngineAndTheImage")
  void answersFromItsContainer() throws Exception {
    try (TaggingGatewayContainer container = new TaggingGatewayContainer()) {
      container.start();
      container.gateway().fail("CloudAPI", "Throttling.User", 1);
      URI uri =
          URI.create(
              "http://" + container.getEndpoint() + "/?Action=ListTagResources&Version=2016-07-14");
      assertThat(((HttpURLConnection) uri.toURL().openConnection()).getResponseCode())
          .isEqualTo(400);
      container.gateway().verify(1, Map.of("code", "Throttling.User"));
    }
  }
}
