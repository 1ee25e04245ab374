package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.ArnServices;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.TextRule;
import io.tagginggateway.core.product.Texts;
import io.tagginggateway.core.tag.Partition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose resources the checks of a view tag: types of two products, of which the first refuses a key
 * that the other takes, so that a change of both fails for one alone.
 *
 * @param service what ARNs call the first product
 * @param type what ARNs call its type
 * @param otherPrefix what ARNs of the other type begin with, in any region and account
 * @param refusedKey the key that the first product refuses
 */
record ViewResources(String service, String type, String otherPrefix, String refusedKey) {
  private static final String ANY = "*";
  private static final String UNKNOWN_TYPE = "tgvtoy";
  private static final String VALUE = "v";

  /** A type that an ARN can name. */
  private record Named(String product, TagFamily family, String prefix) {
    /** The parts between the colons; the last is the type and a slash. */
    private String part(int index) {
      return prefix.split(":", 6)[index];
    }

    boolean takes(String key) {
      return family.texts().set().allows(key) && family.texts().value().allows(VALUE);
    }
  }

  /**
   * The first types of the loaded products that serve the checks.
   *
   * @param label what the keys of the run end with
   * @throws CannotRun if no two products do
   */
  static ViewResources of(TagView view, Products products, String label) {
    List<Named> types = types(products, label);
    ArnServices services = new ArnServices(products);
    for (Named first : types) {
      String service = first.part(2);
      // A product that takes any type has no unknown one.
      if (services.find(services.products(service), UNKNOWN_TYPE) != null) {
        continue;
      }
      for (String key : refused(first, view.key(), label)) {
        for (Named other : types) {
          if (!other.product().equals(first.product()) && other.takes(key)) {
            String type = first.part(5);
            return new ViewResources(
                service, type.substring(0, type.length() - 1), other.prefix(), key);
          }
        }
      }
    }
    throw new CannotRun(
        "the checks of a view need two loaded products, of which one refuses a key that the other"
            + " takes");
  }

  /** One type of each trio of operations that an ARN can name and that takes the checks' keys. */
  private static List<Named> types(Products products, String label) {
    ArnServices services = new ArnServices(products);
    List<Named> types = new ArrayList<>();
    for (ProductEntry entry : products.entries()) {
      String code = entry.head().code();
      for (TagFamily family : entry.product().tagFamilies()) {
        Named named = named(services, code, family);
        if (named != null && named.takes("one" + label)) {
          types.add(named);
        }
      }
    }
    return types;
  }

  private static @Nullable Named named(ArnServices services, String code, TagFamily family) {
    for (String type : family.types().names()) {
      Named named = new Named(code, family, services.prefix(new Partition(ANY, code, ANY, type)));
      String spelled = named.part(5);
      ArnServices.Target found =
          services.find(
              services.products(named.part(2)), spelled.substring(0, spelled.length() - 1));
      if (found != null && found.type().equals(type) && found.family().equals(family)) {
        return named;
      }
    }
    return null;
  }

  /** Keys that a product refuses and the view allows. */
  private static List<String> refused(Named product, TextRule ofView, String label) {
    TextRule rule = product.family().texts().set();
    List<String> keys = new ArrayList<>();
    rule.forbiddenPrefixes().forEach(prefix -> keys.add(prefix + "k" + label));
    rule.forbiddenParts().forEach(part -> keys.add("k" + label + part));
    keys.add("k" + label + "k".repeat(rule.max()));
    keys.removeIf(key -> rule.allows(key) || !ofView.allows(key) || Texts.hasReservedPrefix(key));
    return keys;
  }

  /** The ARN of a resource of the first type. */
  String arn(String region, String account, String id) {
    return "arn:acs:" + service + ":" + region + ":" + account + ":" + type + "/" + id;
  }

  /** The two types, for messages. */
  String inWords() {
    return arn(ANY, ANY, "") + " and " + otherPrefix;
  }
}
