package io.tagginggateway.core.product.file;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.IdentityOperation;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.PerKind;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductFileException;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.RegionRule;
import io.tagginggateway.core.product.Style;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads product files. A file that leaves something open, says something unknown or contradicts
 * itself is refused with file, line, path and reason.
 *
 * <p>The format is described by the JSON Schema {@code product-file.schema.json} beside this class,
 * and in the reference of the documentation.
 */
public final class ProductFileReader {
  private static final int SCHEMA = 1;
  private static final String CODE = "[A-Za-z][A-Za-z0-9_-]{0,63}";
  private static final long MAX_BYTES = 1 << 20;
  private static final Set<String> KNOWN_METHODS = Set.of("GET", "POST", "PUT", "DELETE");

  private ProductFileReader() {}

  /**
   * What a product file says.
   *
   * @param product how the product behaves
   * @param facts each of its statements
   * @param text the file's text
   */
  public record ProductFile(Product product, List<Fact> facts, String text) {}

  /**
   * Reads a user's product file.
   *
   * @throws ProductFileException if it cannot be read or used
   */
  public static ProductEntry entry(Path file) {
    String name = file.toString();
    String text = text(file);
    Product product = read(name, text).product();
    return new ProductEntry(product.head(), name, () -> product, () -> text);
  }

  /**
   * Reads the text of a product file.
   *
   * @param file its name, for messages
   * @throws ProductFileException if it cannot be used
   */
  public static ProductFile read(String file, String text) {
    FactReader.Result result = FactReader.read(file, NodeReader.yaml(file, text));
    return new ProductFile(product(file, result.values()), result.facts(), text);
  }

  /** Reads the values of a product file. */
  static Product product(String file, Node values) {
    Fields fields = Fields.of(file, values);
    if (fields.number("schema", 1, Integer.MAX_VALUE) != SCHEMA) {
      throw fields.error("schema", "must be " + SCHEMA + ", the version that this gateway reads");
    }
    fields.optionalFields("sources");
    List<Operation> others = new ArrayList<>(OperationFamilies.identity(fields));
    ProductHead head = head(fields, others);
    Format format = fields.word("format", Format.class);
    Set<String> methods = head.style() == Style.RPC ? methods(fields) : Set.of();
    RegionRule region = region(fields);
    List<TagFamily> families = new ArrayList<>();
    if (fields.has("tags")) {
      for (Fields.Item item : fields.someItems("tags")) {
        families.add(new TagFamilyReader(head.style(), item.fields()).read());
      }
    }
    if (fields.has("resources")) {
      for (Fields.Item item : fields.items("resources")) {
        others.addAll(new ResourceFamilyReader(item.fields(), families).read());
      }
    }
    if (fields.has("view")) {
      others.addAll(new TagViewReader(fields.fields("view")).read());
    }
    if (families.isEmpty() && others.isEmpty()) {
      throw fields.error("tags", "is missing, as are identity, resources and view");
    }
    fields.end();
    try {
      return new Product(head, format, methods, region, families, others);
    } catch (IllegalArgumentException e) {
      throw fields.error("tags", String.valueOf(e.getMessage()));
    }
  }

  private static ProductHead head(Fields fields, List<Operation> identity) {
    Fields hosts = fields.fields("hosts");
    ProductHead head =
        new ProductHead(
            fields.text("product"),
            fields.text("version"),
            fields.text("name"),
            fields.word("style", Style.class),
            hosts.text("label"),
            hosts(hosts),
            fields.has("arn") ? fields.text("arn") : hosts.text("label"),
            hosts.optionalText("location"),
            codes(fields, "shares-version-with"),
            codes(fields, "shares-hosts-with"),
            identity.stream().anyMatch(ProductFileReader::listsRegions));
    hosts.end();
    if (!head.code().matches(CODE)) {
      throw fields.error("product", "must be a product code: " + head.code());
    }
    if (head.name().isBlank() || head.name().chars().anyMatch(Character::isISOControl)) {
      throw fields.error("name", "must be one line of text");
    }
    if (!head.arn().matches("[a-z0-9-]+")) {
      throw fields.error("arn", "must be a code in lower case, as ARNs have it: " + head.arn());
    }
    if (head.location() != null && !head.location().matches("[A-Za-z0-9_-]+")) {
      throw hosts.error("location", "must be a code of the Location service: " + head.location());
    }
    if (!head.version().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      throw fields.error("version", "must be a date such as 2023-02-28: " + head.version());
    }
    return head;
  }

  private static boolean listsRegions(Operation operation) {
    return operation instanceof IdentityOperation identity
        && identity.kind() == IdentityOperation.Kind.REGIONS;
  }

  private static List<String> codes(Fields fields, String name) {
    List<String> codes = fields.optionalTexts(name);
    for (String code : codes) {
      if (!code.matches(CODE)) {
        throw fields.error(name, "must be product codes: " + code);
      }
    }
    return codes;
  }

  private static List<String> hosts(Fields hosts) {
    List<String> names = hosts.texts("names");
    for (String name : names) {
      String sample = name.replace(ProductHead.REGION, "cn-x");
      if (!sample.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
        throw hosts.error("names", "must be host names in lower case: " + name);
      }
    }
    if (!hosts.text("label").matches("[a-z0-9-]+")) {
      throw hosts.error("label", "must be one label of a host name in lower case");
    }
    return names;
  }

  private static Set<String> methods(Fields fields) {
    Set<String> methods = new LinkedHashSet<>();
    fields.someItems("methods").forEach(item -> methods.add(item.text()));
    for (String method : methods) {
      if (!KNOWN_METHODS.contains(method)) {
        throw fields.error("methods", "is no method that a product takes: " + method);
      }
    }
    return methods;
  }

  private static RegionRule region(Fields fields) {
    PerKind<RegionRule.Use> uses =
        KindFields.readOrSame(
            fields, "region", (each, name) -> each.word(name, RegionRule.Use.class));
    Fields own = fields.optionalFields("region-missing");
    if (Arrays.stream(Kind.values()).noneMatch(k -> uses.get(k) == RegionRule.Use.REQUIRED)) {
      if (own != null) {
        throw fields.error("region-missing", "contradicts region, which is never required");
      }
      return new RegionRule(uses, null);
    }
    ApiError missing =
        own == null ? GatewayErrors.missing("RegionId") : ErrorTableReader.error(own);
    return new RegionRule(uses, missing);
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ProductFileException(
            file.toString(), 0, "", "has more than " + MAX_BYTES + " bytes");
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ProductFileException(file.toString(), 0, "", "is not UTF-8");
    } catch (IOException e) {
      String reason =
          e instanceof NoSuchFileException
              ? "there is no such file"
              : Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
      throw new ProductFileException(file.toString(), 0, "", "cannot be read: " + reason);
    }
  }
}
