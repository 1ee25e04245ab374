package io.tagginggateway.app.cli;

import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.Logging;
import io.tagginggateway.contract.verify.CannotRun;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductFileException;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.product.file.ProductFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
      description = "VpcIpam, CloudAPI, or another product of this gateway")
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

  @Option(names = "--read-only", description = "send nothing but ListTagResources")
  private boolean readOnly;

  @Option(names = "--report", paramLabel = "FILE", description = "write JUnit XML there")
  private @Nullable Path report;

  @Option(
      names = "--format",
      paramLabel = "FMT",
      defaultValue = "text",
      description = "text (default) or json")
  private String format = "";

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT);
    try {
      return Verification.run(target(), report, json(), Output.out(spec));
    } catch (CannotRun e) {
      return Commands.say(Output.errors(spec), String.valueOf(e.getMessage()), Commands.USAGE);
    } catch (RuntimeException e) {
      return Commands.say(Output.errors(spec), "could not run: " + e, Commands.USAGE);
    }
  }

  private Target target() {
    ProductEntry entry = entry();
    if (accessKeyId.isEmpty() || accessKeySecret.isEmpty()) {
      throw new CannotRun("--access-key-id, --access-key-secret: must not be empty");
    }
    String token = securityToken == null || securityToken.isEmpty() ? null : securityToken;
    return new Target(
        Target.endpoint(endpoint),
        entry.product(),
        new Credentials(accessKeyId, accessKeySecret, token),
        region,
        readOnly);
  }

  /** A product by its code, or the product of a file. */
  private ProductEntry entry() {
    Products products = ProductBundle.installed();
    ProductEntry entry = products.find(product);
    if (entry != null) {
      return entry;
    }
    Path file = Path.of(product);
    if (Files.isRegularFile(file)) {
      try {
        return ProductFileReader.entry(file);
      } catch (ProductFileException e) {
        throw new CannotRun(String.valueOf(e.getMessage()));
      }
    }
    String known = String.join(", ", products.codes());
    throw new CannotRun("--product: no product " + product + "; there are " + known);
  }

  private boolean json() {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "json" -> true;
      case "text" -> false;
      default -> throw new CannotRun("--format: text or json, not " + format);
    };
  }
}
