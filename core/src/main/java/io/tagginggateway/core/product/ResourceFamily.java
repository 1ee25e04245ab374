package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import java.util.List;
import java.util.Map;

/**
 * One type of resources that callers create, list, change and delete.
 *
 * @param type the resource type, as the trio of tag operations spells it
 * @param tags the trio whose rules and types it shares
 * @param id what its ids look like
 * @param parents the resources that it depends on
 * @param brought resources that are created and deleted together with it
 * @param made attributes whose values the product generates
 * @param fields what answers tell of one resource
 * @param errorsByName its errors: those that {@link #ERRORS} names
 */
public record ResourceFamily(
    String type,
    TagFamily tags,
    IdRule id,
    List<Parent> parents,
    List<Brought> brought,
    Map<String, IdRule> made,
    List<ResourceField> fields,
    Map<String, ApiError> errorsByName) {

  /** The names of the errors that each has. */
  public static final List<String> ERRORS =
      List.of(
          "missing-parameter",
          "not-found",
          "in-use",
          "goes-with-another",
          "client-token-reused",
          "bad-page",
          "too-many");

  /**
   * What ids look like.
   *
   * @param parameter the parameter and attribute that holds one
   * @param prefix what each begins with
   * @param madeOf the characters behind it
   * @param length how many of those
   */
  public record IdRule(String parameter, String prefix, MadeOf madeOf, int length) {}

  /** The characters of an id. */
  public enum MadeOf {
    /** Lower-case letters and digits. */
    ALPHANUMERIC("abcdefghijklmnopqrstuvwxyz0123456789"),
    /** Hexadecimal digits. */
    HEX("0123456789abcdef"),
    /** Digits, the first of which is not 0. */
    DIGITS("0123456789");

    private final String characters;

    MadeOf(String characters) {
      this.characters = characters;
    }

    String characters() {
      return characters;
    }
  }

  /**
   * A resource that another one depends on.
   *
   * @param parameter the parameter that names it
   * @param type its type
   * @param copies the attributes that are taken over from it
   */
  public record Parent(String parameter, String type, List<String> copies) {}

  /**
   * A resource that is created and deleted together with another one.
   *
   * @param type its type
   * @param idIn the attribute of the resource that holds its id
   * @param parent the attribute of what comes along that holds the id of the resource
   * @param attributes what it is
   */
  public record Brought(String type, String idIn, String parent, Map<String, String> attributes) {}

  /** The error of this name. */
  ApiError error(String error) {
    ApiError found = errorsByName.get(error);
    if (found == null) {
      throw new IllegalStateException(type + " has no error " + error);
    }
    return found;
  }
}
