package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.auth.Signatures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever clients send, nothing secret of it is in the log at debug, nor in the journal. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SecretsInLogsIT {
  private static final String SECRET = "Vault7Secret";
  private static final String TOKEN = "Vault7Token";
  private static final String ADMIN = "Vault7Admin";
  private static final String GUESS = "Vault7Guess";

  /** What every secret above begins with, and whatever is shaped like a signature. */
  private static final Pattern SECRETS =
      Pattern.compile("Vault7|[A-Za-z0-9+/]{27}(=|%3D)|[0-9a-f]{64}");

  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");

  @TempDir private Path work;
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void nothingSecretIsLoggedOrKept(String format) throws Exception {
    Path fixtures =
        Files.writeString(
            work.resolve("f.yaml"),
            """
            accounts:
              - id: "1234567890123456"
                accessKeys:
                  - { id: plain, secret: Vault7Secret }
                  - { id: temporary, secret: Vault7Secret, securityToken: Vault7Token }
            """);
    Map<String, String> environment =
        Map.of(
            "JAVA_TOOL_OPTIONS",
            "-Dtagging-gateway.log.level=debug",
            "TAGGING_GATEWAY_LOG_REQUESTS",
            "all",
            "TAGGING_GATEWAY_ADMIN_TOKEN",
            ADMIN);
    try (JarProcess gateway =
        JarProcess.start(
            environment,
            "--port=0",
            "--auth=strict",
            "--log-format=" + format,
            "--fixtures=" + fixtures)) {
      List<String> output = new ArrayList<>();
      output.add(String.valueOf(gateway.nextLine()));
      Matcher url = URL.matcher(output.get(0).replace("\\/", "/"));
      assertThat(url.find()).isTrue();
      for (String product : List.of("VpcIpam", "CloudAPI")) {
        contract(url.group(), product, "--access-key-id=plain");
        contract(url.group(), product, "--access-key-id=temporary", "--security-token=" + TOKEN);
      }
      output.add(guesses(url.group()));
      gateway.signal("TERM");
      assertThat(gateway.exitCode()).isZero();
      output.addAll(gateway.errors());
      assertThat(output).anyMatch(line -> line.contains(" VpcIpam ListTagResources OK "));
      assertThat(output).anyMatch(line -> line.contains(" CloudAPI UntagResources OK "));
      assertThat(output).anyMatch(line -> line.contains(" SignatureDoesNotMatch "));
      assertThat(output).noneMatch(line -> SECRETS.matcher(withoutHashes(line)).find());
    }
    assertThat(Signatures.contentHash(new byte[0])).containsPattern(SECRETS);
  }

  /** Answers tell the string that was to be signed, which ends in the hash of the request. */
  private static String withoutHashes(String line) {
    return line.replaceAll("is:ACS3-HMAC-SHA256\\\\+n[0-9a-f]{64}", "");
  }

  /** The whole contract of a product, by V1 and ACS3, with wrong signatures among the right. */
  private static void contract(String url, String product, String... key) throws Exception {
    List<String> command = new ArrayList<>(List.of("verify", "--endpoint=" + url));
    command.add("--product=" + product);
    command.add("--access-key-secret=" + SECRET);
    command.addAll(List.of(key));
    try (JarProcess verify = JarProcess.start(Map.of(), command.toArray(String[]::new))) {
      List<String> output = new ArrayList<>();
      for (String line = verify.nextLine(); line != null; line = verify.nextLine()) {
        output.add(line);
      }
      output.addAll(verify.errors());
      assertThat(verify.exitCode()).describedAs("%s", output).isZero();
      assertThat(output).isNotEmpty().noneMatch(line -> line.contains("Vault7"));
    }
  }

  /** Wrong signatures of both kinds and a wrong admin token; returns the journal. */
  private String guesses(String url) throws Exception {
    String list = url + "/?RegionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=i&SecurityToken=";
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    get(
        list
            + GUESS
            + "&Action=ListTagResources&Version=2023-02-28&AccessKeyId=plain&Signature="
            + GUESS
            + "&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&SignatureNonce=n&Timestamp="
            + now);
    get(
        list + GUESS,
        "x-acs-action",
        "ListTagResources",
        "x-acs-version",
        "2023-02-28",
        "x-acs-date",
        now.toString(),
        "x-acs-signature-nonce",
        "m",
        "x-acs-content-sha256",
        Signatures.contentHash(new byte[0]),
        "Authorization",
        "ACS3-HMAC-SHA256 Credential=plain,SignedHeaders=host;x-acs-action,Signature=" + GUESS);
    String journal = url + "/_gateway/requests";
    assertThat(get(journal, "Authorization", "Bearer " + GUESS).statusCode()).isEqualTo(401);
    HttpResponse<String> kept = get(journal, "Authorization", "Bearer " + ADMIN);
    assertThat(kept.body()).contains("\"plain\"", "\"temporary\"");
    return kept.body();
  }

  private HttpResponse<String> get(String url, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
