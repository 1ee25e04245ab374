package io.tagginggateway.contract.verify;

import io.tagginggateway.core.request.Format;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to send. Immutable.
 *
 * @param action the action
 * @param parameters the business parameters, and common ones that are not to be the usual ones
 * @param headers headers that are not to be the usual ones
 * @param omitted parameters that are taken away after signing
 * @param format the Format to ask for, or null to name none
 * @param signing how it is signed
 * @param placement where the parameters go
 * @param rawForm what is added to the form body as it is, or empty
 */
record VerifyRequest(
    String action,
    Map<String, String> parameters,
    Map<String, String> headers,
    Set<String> omitted,
    @Nullable Format format,
    Signing signing,
    Placement placement,
    String rawForm) {

  static VerifyRequest of(String action, @Nullable Format format) {
    return new VerifyRequest(
        action, Map.of(), Map.of(), Set.of(), format, Signing.V1, Placement.GET, "");
  }

  /** With a parameter, which replaces one of that name. */
  VerifyRequest with(String name, String value) {
    return new VerifyRequest(
        action,
        put(parameters, name, value),
        headers,
        omitted,
        format,
        signing,
        placement,
        rawForm);
  }

  /** Without a parameter. */
  VerifyRequest without(String name) {
    Map<String, String> rest = new LinkedHashMap<>(parameters);
    rest.remove(name);
    return new VerifyRequest(action, rest, headers, omitted, format, signing, placement, rawForm);
  }

  /** With a parameter, usual or not, taken away after signing. */
  VerifyRequest omitting(String name) {
    Set<String> more = new HashSet<>(omitted);
    more.add(name);
    return new VerifyRequest(
        action, parameters, headers, more, format, signing, placement, rawForm);
  }

  VerifyRequest header(String name, String value) {
    return new VerifyRequest(
        action,
        parameters,
        put(headers, name, value),
        omitted,
        format,
        signing,
        placement,
        rawForm);
  }

  VerifyRequest in(@Nullable Format other) {
    return new VerifyRequest(
        action, parameters, headers, omitted, other, signing, placement, rawForm);
  }

  VerifyRequest by(Signing other) {
    return new VerifyRequest(
        action, parameters, headers, omitted, format, other, placement, rawForm);
  }

  VerifyRequest by(Placement other) {
    return new VerifyRequest(action, parameters, headers, omitted, format, signing, other, rawForm);
  }

  /** With a piece of form body that no encoding touches. */
  VerifyRequest raw(String piece) {
    return new VerifyRequest(
        action, parameters, headers, omitted, format, signing, Placement.POST_FORM, piece);
  }

  VerifyRequest ids(List<String> ids) {
    VerifyRequest ask = this;
    for (int i = 0; i < ids.size(); i++) {
      ask = ask.with("ResourceId." + (i + 1), ids.get(i));
    }
    return ask;
  }

  VerifyRequest id(String id) {
    return with("ResourceId.1", id);
  }

  VerifyRequest key(int n, String key) {
    return with("Tag." + n + ".Key", key);
  }

  VerifyRequest tag(int n, String key, String value) {
    return key(n, key).with("Tag." + n + ".Value", value);
  }

  private static Map<String, String> put(Map<String, String> map, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }
}
