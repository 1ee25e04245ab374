package io.tagginggateway.app.console;

import io.tagginggateway.app.client.ClientKey;
import io.tagginggateway.app.client.ClientVariables;
import io.tagginggateway.app.client.TrustFiles;
import io.tagginggateway.app.config.AuthMode;
import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.console.view.Connection;
import io.tagginggateway.app.console.view.Connection.Snippet;
import io.tagginggateway.app.console.view.Frame;
import io.tagginggateway.app.console.view.Section;
import io.tagginggateway.app.tls.TlsKeys;
import io.tagginggateway.core.auth.AccessKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How clients find this gateway, with its own address in each snippet. No secret stands there. */
final class ConnectPages {
  /** What stands where a secret belongs. */
  private static final String SECRET = "YOUR-SECRET";

  private static final String CA = "ca.pem";

  /** The files of snippets, with what people call them. */
  private static final List<List<String>> SNIPPETS =
      List.of(
          List.of("curl", "curl"),
          List.of("python", "Python: alibabacloud-tea-openapi"),
          List.of("node", "Node.js: @alicloud/openapi-core"),
          List.of("go", "Go: darabonba-openapi"),
          List.of("java", "Java: tea-openapi"),
          List.of("cli", "Alibaba Cloud CLI"),
          List.of("terraform", "Terraform: alicloud provider"));

  private final ConsoleServices services;
  private final Templates templates;

  ConnectPages(ConsoleServices services, Templates templates) {
    this.services = services;
    this.templates = templates;
  }

  void addTo(Map<String, Page> pages) {
    pages.put("GET /connect", this::page);
    pages.put("GET /connect/ca.pem", this::authority);
  }

  private Reply page(Call call) throws IOException {
    String endpoint = call.base().substring(call.base().indexOf("//") + 2);
    boolean tls = call.base().startsWith("https:");
    AccessKey key = key();
    List<Snippet> snippets = new ArrayList<>();
    for (List<String> snippet : SNIPPETS) {
      String code =
          read(snippet.get(0))
              .replace("{endpoint}", endpoint)
              .replace("{scheme}", tls ? "https" : "http")
              .replace("{SCHEME}", tls ? "HTTPS" : "HTTP")
              .replace("{region}", services.config().region())
              .replace("{key}", key.id())
              .replace("{secret}", key.secret());
      snippets.add(new Snippet(snippet.get(0), snippet.get(1), code));
    }
    Frame frame = Frame.of(Section.CONNECT, "Connect", call.session());
    return templates.page(
        200,
        "connect",
        frame,
        new Connection(endpoint, snippets, variables(endpoint, tls, key), note(), hasCa()));
  }

  private String variables(String endpoint, boolean tls, AccessKey key) {
    TrustFiles trust = tls && hasCa() ? new TrustFiles(CA, CA) : null;
    StringBuilder lines = new StringBuilder();
    ClientVariables.of(services.config().region(), endpoint, services.products(), key, trust)
        .forEach((name, value) -> lines.append("export " + name + "=" + Texts.word(value) + "\n"));
    return lines.toString();
  }

  /** A key that works, with something else in the place of its secrets. */
  private AccessKey key() {
    AccessKey key;
    try {
      key =
          ClientKey.of(
              services.config(),
              services.state().current().declaredKeys().toCompletableFuture().join(),
              services.clock().instant());
    } catch (ConfigException e) {
      key = ClientKey.DUMMY;
    }
    String token = key.securityToken() == null ? null : "YOUR-TOKEN";
    return new AccessKey(key.id(), SECRET, key.account(), token, null, /* disabled= */ false);
  }

  private String note() {
    return services.config().auth() == AuthMode.STRICT
        ? "Signatures are checked here: put the secret of the key, as your fixtures declare it, in"
            + " the place of "
            + SECRET
            + "."
        : "No signature is checked here: any secret will do in the place of " + SECRET + ".";
  }

  private boolean hasCa() {
    GatewayConfig config = services.config();
    return config.https().certificate() == null
        && (config.https().enabled() || config.proxy().enabled());
  }

  private Reply authority(Call call) {
    if (!hasCa()) {
      Frame frame =
          Frame.of(Section.CONNECT, "Connect", call.session())
              .with(List.of("This gateway has no CA of its own."));
      return templates.page(404, "message", frame, "");
    }
    String pem = TlsKeys.authorityPem(services.config().https().directory(), services.clock());
    return Reply.download("application/x-pem-file", CA, pem.getBytes(StandardCharsets.US_ASCII));
  }

  private static String read(String name) throws IOException {
    try (InputStream in = ConnectPages.class.getResourceAsStream("connect/" + name + ".txt")) {
      if (in == null) {
        throw new IOException(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
