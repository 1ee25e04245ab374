package io.tagginggateway.testcontainers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A gateway in a container.
 *
 * <pre>{@code
 * @Container
 * static TaggingGatewayContainer gateway =
 *     new TaggingGatewayContainer().withFixtures(MountableFile.forClasspathResource("groups.yaml"));
 * }</pre>
 *
 * <p>The test reaches it at {@link #getEndpoint}, other containers of its network at their alias
 * for it and port 8080; an alias with a dot is to be told by {@link #withNames}. Not thread-safe
 * before it is started, as any container.
 */
public final class TaggingGatewayContainer extends GenericContainer<TaggingGatewayContainer> {
  /** The image, without a tag. */
  public static final DockerImageName IMAGE = DockerImageName.parse("tagging-gateway");

  /** The port inside the container. */
  public static final int PORT = 8080;

  private static final String FIXTURES = "/etc/tagging-gateway/fixtures.";
  private final String adminToken = UUID.randomUUID().toString();

  /** The image of this module's own version. */
  public TaggingGatewayContainer() {
    this(IMAGE.withTag(version()));
  }

  /**
   * Another image, such as one of your own registry.
   *
   * @param image what it is called; say {@code asCompatibleSubstituteFor(IMAGE)} if that is not its
   *     name
   */
  public TaggingGatewayContainer(DockerImageName image) {
    super(image);
    image.assertCompatibleWith(IMAGE);
    withExposedPorts(PORT);
    // The admin API answers others than loopback callers only with a token.
    withSetting("admin.token", adminToken);
    withSetting("demo", "false");
    waitingFor(Wait.forHttp("/_gateway/health/ready").forPort(PORT));
  }

  /** Starts from a fixture, a YAML or JSON file. */
  public TaggingGatewayContainer withFixtures(MountableFile file) {
    boolean json = file.getFilesystemPath().toLowerCase(Locale.ROOT).endsWith(".json");
    String inside = FIXTURES + (json ? "json" : "yaml");
    return withCopyFileToContainer(file, inside).withSetting("fixtures", inside);
  }

  /** Checks signatures; only the fixtures' access keys get in. */
  public TaggingGatewayContainer strict() {
    return withSetting("auth.mode", "strict");
  }

  /** Gives each undeclared access key an account of its own. */
  public TaggingGatewayContainer isolated() {
    return withSetting("accounts.unknown-key", "isolated");
  }

  /** Further names that containers call it by, where they have a dot. */
  public TaggingGatewayContainer withNames(String... names) {
    return withSetting("http.names", String.join(",", names));
  }

  /** Sets a key of the configuration, such as {@code products.CloudAPI.page-size}. */
  public TaggingGatewayContainer withSetting(String key, String value) {
    String name = key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    return withEnv("TAGGING_GATEWAY_" + name, value);
  }

  /** What a client's endpoint setting takes, {@code host:port}, as the test reaches it. */
  public String getEndpoint() {
    return getHost() + ":" + getMappedPort(PORT);
  }

  /** Its state, faults and requests. */
  public RemoteGateway gateway() {
    return new RemoteGateway("http://" + getEndpoint(), adminToken);
  }

  /** What callers of its admin API present. */
  public String getAdminToken() {
    return adminToken;
  }

  private static String version() {
    try (InputStream in = TaggingGatewayContainer.class.getResourceAsStream("image.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
