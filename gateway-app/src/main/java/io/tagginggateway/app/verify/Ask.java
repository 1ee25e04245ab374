package io.tagginggateway.app.verify;

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
record Ask(
    String action,
    Map<String, String> parameters,
    Map<String, String> headers,
    Set<String> omitted,
    @Nullable Format format,
    Signing signing,
    Placement placement,
    String rawForm) {

  static Ask of(String action, @Nullable Format format) {
    return new Ask(action, Map.of(), Map.of(), Set.of(), format, Signing.V1, Placement.GET, "");
  }

  /** With a parameter, which replaces one of that name. */
  Ask with(String name, String value) {
    return new Ask(
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
  Ask without(String name) {
    Map<String, String> rest = new LinkedHashMap<>(parameters);
    rest.remove(name);
    return new Ask(action, rest, headers, omitted, format, signing, placement, rawForm);
  }

  /** With a parameter, usual or not, taken away after signing. */
  Ask omitting(String name) {
    Set<String> more = new HashSet<>(omitted);
    more.add(name);
    return new Ask(action, parameters, headers, more, format, signing, placement, rawForm);
  }

  Ask header(String name, String value) {
    return new Ask(
        action,
        parameters,
        put(headers, name, value),
        omitted,
        format,
        signing,
        placement,
        rawForm);
  }

  Ask in(@Nullable Format other) {
    return new Ask(action, parameters, headers, omitted, other, signing, placement, rawForm);
  }

  Ask by(Signing other) {
    return new Ask(action, parameters, headers, omitted, format, other, placement, rawForm);
  }

  Ask by(Placement other) {
    return new Ask(action, parameters, headers, omitted, format, signing, other, rawForm);
  }

  /** With a piece of form body that no encoding touches. */
  Ask raw(String piece) {
    return new Ask(
        action, parameters, headers, omitted, format, signing, Placement.POST_FORM, piece);
  }

  Ask ids(List<String> ids) {
    Ask ask = this;
    for (int i = 0; i < ids.size(); i++) {
      ask = ask.with("ResourceId." + (i + 1), ids.get(i));
    }
    return ask;
  }

  Ask id(String id) {
    return with("ResourceId.1", id);
  }

  Ask key(int n, String key) {
    return with("Tag." + n + ".Key", key);
  }

  Ask tag(int n, String key, String value) {
    return key(n, key).with("Tag." + n + ".Value", value);
  }

  private static Map<String, String> put(Map<String, String> map, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }
}
