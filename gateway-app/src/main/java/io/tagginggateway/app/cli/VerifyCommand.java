package io.tagginggateway.app.cli;

import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.Logging;
import io.tagginggateway.app.text.KnownNames;
import io.tagginggateway.contract.Views;
import io.tagginggateway.contract.verify.CannotRun;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductFileException;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.product.file.ProductFileReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: runs the contract of a product against any endpoint. */
@Command(
    name = "verify",
    customSynopsis = "java -jar tagging-gateway.jar verify --endpoint URL --product CODE [options]",
    description = {
      "Runs the contract of a product, check by check, against any endpoint.",
      "Exit code: 0 all passed, 1 some failed, 2 could not run."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--endpoint",
      required = true,
      paramLabel = "URL",
      description = "such as http://127.0.0.1:8080")
  private String endpoint = "";

  @Option(
      names = "--product",
      required = true,
      paramLabel = "CODE",
      description = "a product, such as VpcIpam or Emr@2021-03-20; or all")
  private String product = "";

  @Option(
      names = "--access-key-id",
      paramLabel = "ID",
      defaultValue = "${env:ALIBABA_CLOUD_ACCESS_KEY_ID:-testid}",
      description = "default $ALIBABA_CLOUD_ACCESS_KEY_ID, else testid")
  private String accessKeyId = "";

  @Option(
      names = "--access-key-secret",
      paramLabel = "SECRET",
      defaultValue = "${env:ALIBABA_CLOUD_ACCESS_KEY_SECRET:-testsecret}",
      description = "default $ALIBABA_CLOUD_ACCESS_KEY_SECRET, else testsecret")
  private String accessKeySecret = "";

  @Option(
      names = "--security-token",
      paramLabel = "TOKEN",
      defaultValue = "${env:ALIBABA_CLOUD_SECURITY_TOKEN}",
      description = "of temporary credentials; default $ALIBABA_CLOUD_SECURITY_TOKEN")
  private @Nullable String securityToken;

  @Option(
      names = "--region",
      paramLabel = "ID",
      defaultValue = "cn-hangzhou",
      description = "default cn-hangzhou")
  private String region = "";

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "the host to name; default the endpoint's, or the product's own if it must")
  private @Nullable String host;

  @Option(names = "--read-only", description = "send nothing but lists")
  private boolean readOnly;

  @Option(names = "--report", paramLabel = "FILE", description = "write JUnit XML there")
  private @Nullable Path report;

  @Option(
      names = "--format",
      paramLabel = "FMT",
      defaultValue = "text",
      description = "text (default), json or junit")
  private String format = "";

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "check this rule alone, such as end-token; repeatable")
  private List<String> rules = new ArrayList<>();

  @Option(names = "--all", description = "name every check, and not failed ones alone")
  private boolean all;

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT);
    allowHostHeader();
    try {
      int worst = Verification.PASSED;
      for (Target target : targets()) {
        worst = Math.max(worst, run(target));
      }
      return worst;
    } catch (CannotRun e) {
      return Commands.say(Output.errors(spec), String.valueOf(e.getMessage()), Commands.USAGE);
    } catch (RuntimeException e) {
      return Commands.say(Output.errors(spec), "could not run: " + e, Commands.USAGE);
    }
  }

  /** What cannot be run is told, and the products after it are checked all the same. */
  private int run(Target target) {
    try {
      return Verification.run(target, report, format(), all, Output.out(spec));
    } catch (CannotRun e) {
      String title = target.product().head().title();
      return Commands.say(Output.errors(spec), title + ": " + e.getMessage(), Commands.USAGE);
    }
  }

  /** One for each product that is asked for. */
  private List<Target> targets() {
    Products products = ProductBundle.installed();
    List<ProductEntry> wanted = new ArrayList<>();
    if (product.equals(ALL)) {
      products.entries().stream()
          .filter(entry -> Views.hasContract(entry.product()))
          .forEach(wanted::add);
    } else {
      wanted.addAll(entries(products));
    }
    if (report != null && wanted.size() > 1) {
      throw new CannotRun("--report: takes the report of one product, not of all");
    }
    return wanted.stream().map(entry -> target(entry, products)).toList();
  }

  private Target target(ProductEntry entry, Products products) {
    if (accessKeyId.isEmpty() || accessKeySecret.isEmpty()) {
      throw new CannotRun("--access-key-id, --access-key-secret: must not be empty");
    }
    String token = securityToken == null || securityToken.isEmpty() ? null : securityToken;
    URI uri = Target.endpoint(endpoint);
    return new Target(
        uri,
        entry,
        products,
        new Credentials(accessKeyId, accessKeySecret, token),
        region,
        readOnly,
        new LinkedHashSet<>(rules),
        host == null ? Target.host(uri, entry.head(), region) : host);
  }

  /** The JDK's client reads the property once, when it is loaded. */
  private static void allowHostHeader() {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  /** Every version of a product, one version, or the product of a file. */
  private List<ProductEntry> entries(Products products) {
    List<ProductEntry> versions =
        products.versions(product).stream()
            .filter(entry -> Views.hasContract(entry.product()))
            .toList();
    if (!versions.isEmpty()) {
      return versions;
    }
    int at = product.indexOf('@');
    ProductEntry version =
        at < 0 ? null : products.find(product.substring(0, at), product.substring(at + 1));
    if (version != null) {
      return List.of(version);
    }
    Path file = Path.of(product);
    if (Files.isRegularFile(file)) {
      try {
        return List.of(ProductFileReader.entry(file));
      } catch (ProductFileException e) {
        throw new CannotRun(String.valueOf(e.getMessage()));
      }
    }
    throw new CannotRun("--product: " + unknown(products, at));
  }

  /** What is said of a product that is not there, or of a version that it does not have. */
  private String unknown(Products products, int at) {
    List<ProductEntry> versions = at < 0 ? List.of() : products.versions(product.substring(0, at));
    if (versions.isEmpty()) {
      return KnownNames.unknown(
          "product", at < 0 ? product : product.substring(0, at), products.codes());
    }
    List<String> known = versions.stream().map(entry -> entry.head().version()).toList();
    String code = product.substring(0, at);
    return KnownNames.unknown("version of " + code, product.substring(at + 1), known);
  }

  private Verification.Report format() {
    for (Verification.Report known : Verification.Report.values()) {
      if (known.name().equalsIgnoreCase(format)) {
        return known;
      }
    }
    throw new CannotRun("--format: text, json or junit, not " + format);
  }
}
