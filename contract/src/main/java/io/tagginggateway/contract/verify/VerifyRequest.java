package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.RoaRequest;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.ViewOperation;
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
 * @param operation what is asked
 * @param parameters the business parameters, and common ones that are not to be the usual ones
 * @param headers headers that are not to be the usual ones
 * @param omitted parameters that are taken away after signing
 * @param format the Format to ask for, or null to name none
 * @param signing how it is signed
 * @param placement where the parameters go
 * @param rawForm what is added to the form body as it is, or empty
 */
record VerifyRequest(
    Operation operation,
    Map<String, String> parameters,
    Map<String, String> headers,
    Set<String> omitted,
    @Nullable Format format,
    Signing signing,
    Placement placement,
    String rawForm) {

  static VerifyRequest of(TagOperation operation, @Nullable Format format, Placement placement) {
    return new VerifyRequest(
        operation,
        Map.of(),
        Map.of(),
        Set.of(),
        format,
        operation.request() == null ? Signing.V1 : Signing.ACS3,
        placement,
        "");
  }

  /** A request of the view, which is always of the RPC style. */
  static VerifyRequest of(ViewOperation operation, Format format, Placement placement) {
    return new VerifyRequest(
        operation, Map.of(), Map.of(), Set.of(), format, Signing.V1, placement, "");
  }

  private TagOperation trio() {
    if (operation instanceof TagOperation tag) {
      return tag;
    }
    throw new IllegalStateException(operation.name() + " is of no trio");
  }

  String action() {
    return operation.name();
  }

  /** What the parameters are called. */
  ParameterNames names() {
    return trio().parameters();
  }

  /** Its method and path in the ROA style; null in the RPC style. */
  @Nullable RoaRequest roa() {
    return operation instanceof TagOperation tag ? tag.request() : null;
  }

  private void onlyInRpc() {
    if (roa() != null) {
      throw new NotApplicable("a way of the RPC style alone");
    }
  }

  private VerifyRequest parameters(Map<String, String> other) {
    return new VerifyRequest(
        operation, other, headers, omitted, format, signing, placement, rawForm);
  }

  /** With a parameter, which replaces one of that name. */
  VerifyRequest with(String name, String value) {
    return parameters(put(parameters, name, value));
  }

  /** Without a parameter. */
  VerifyRequest without(String name) {
    Map<String, String> rest = new LinkedHashMap<>(parameters);
    rest.remove(name);
    return parameters(rest);
  }

  /** With a parameter, usual or not, taken away after signing. */
  VerifyRequest omitting(String name) {
    onlyInRpc();
    Set<String> more = new HashSet<>(omitted);
    more.add(name);
    return new VerifyRequest(
        operation, parameters, headers, more, format, signing, placement, rawForm);
  }

  VerifyRequest header(String name, String value) {
    Map<String, String> more = put(headers, name, value);
    return new VerifyRequest(
        operation, parameters, more, omitted, format, signing, placement, rawForm);
  }

  VerifyRequest in(@Nullable Format other) {
    return new VerifyRequest(
        operation, parameters, headers, omitted, other, signing, placement, rawForm);
  }

  VerifyRequest by(Signing other) {
    if (!other.inHeaders()) {
      onlyInRpc();
    }
    return new VerifyRequest(
        operation, parameters, headers, omitted, format, other, placement, rawForm);
  }

  VerifyRequest by(Placement other) {
    onlyInRpc();
    return new VerifyRequest(
        operation, parameters, headers, omitted, format, signing, other, rawForm);
  }

  /** With a piece of form body that no encoding touches. */
  VerifyRequest raw(String piece) {
    onlyInRpc();
    return new VerifyRequest(
        operation, parameters, headers, omitted, format, signing, Placement.POST_FORM, piece);
  }

  VerifyRequest ids(List<String> ids) {
    VerifyRequest ask = this;
    for (int i = 0; i < ids.size(); i++) {
      ask = ask.id(i + 1, ids.get(i));
    }
    return ask;
  }

  VerifyRequest id(String id) {
    return id(1, id);
  }

  /** With a resource id as the member of this number; only indexed lists heed the number. */
  VerifyRequest id(int n, String id) {
    return parameters(
        ListParameters.text(parameters, names().ids(), trio().encodings().ids(), n, id));
  }

  /** With a tag to find or to set; a null is left out. */
  private VerifyRequest member(int n, @Nullable String key, @Nullable String value) {
    return parameters(
        ListParameters.tag(parameters, names(), trio().encodings().tags(), n, key, value));
  }

  VerifyRequest key(int n, String key) {
    return member(n, key, null);
  }

  VerifyRequest tag(int n, String key, String value) {
    return member(n, key, value);
  }

  VerifyRequest valueAlone(int n, String value) {
    return member(n, null, value);
  }

  /** With a key to remove. */
  VerifyRequest removing(int n, String key) {
    String name = names().keys();
    if (name == null) {
      throw new NotApplicable("the product removes no single keys");
    }
    return parameters(ListParameters.text(parameters, name, trio().encodings().keys(), n, key));
  }

  /** With the parameter that asks to remove every tag set to true or false. */
  VerifyRequest all(boolean wanted) {
    String name = names().all();
    if (name == null) {
      throw new NotApplicable("the product has no parameter that removes every tag");
    }
    return with(name, String.valueOf(wanted));
  }

  /** With a page token, or as it is where the product has none. */
  VerifyRequest token(String token) {
    String name = names().token();
    if (name == null) {
      throw new NotApplicable("the product has no page tokens");
    }
    return with(name, token);
  }

  /** With the size of the page. */
  VerifyRequest pageSize(String size) {
    String name = names().pageSize();
    if (name == null) {
      throw new NotApplicable("the product has no parameter for the size of a page");
    }
    return with(name, size);
  }

  VerifyRequest type(String type) {
    String name = names().type();
    return name == null ? this : with(name, type);
  }

  VerifyRequest withoutType() {
    String name = names().type();
    return name == null ? this : without(name);
  }

  VerifyRequest region(String region) {
    String name = names().region().name();
    return names().region().inHeader() ? header(name, region) : with(name, region);
  }

  VerifyRequest withoutRegion() {
    Map<String, String> rest = new LinkedHashMap<>(headers);
    rest.remove(names().region().name());
    VerifyRequest ask = without(names().region().name());
    return new VerifyRequest(
        operation, ask.parameters, rest, omitted, format, signing, placement, rawForm);
  }

  private static Map<String, String> put(Map<String, String> map, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }
}
