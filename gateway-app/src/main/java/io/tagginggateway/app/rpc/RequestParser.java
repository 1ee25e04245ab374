package io.tagginggateway.app.rpc;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out what a request says, wherever it says it. */
final class RequestParser {
  private static final String FORM = "application/x-www-form-urlencoded";

  private RequestParser() {}

  static void readParameters(Exchange exchange) {
    HttpInput input = exchange.input;
    exchange.query = Parameters.parse(input.query());
    exchange.parameters = exchange.query;
    if (input.body().length > 0 && isForm(input.headers().get("content-type"))) {
      String form = new String(input.body(), StandardCharsets.ISO_8859_1);
      exchange.parameters = exchange.query.and(Parameters.parse(form));
    }
  }

  private static boolean isForm(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  static RpcRequest request(Exchange exchange) {
    HttpInput input = exchange.input;
    return new RpcRequest(
        exchange.requestId,
        input.method(),
        input.path(),
        exchange.host,
        input.headers(),
        exchange.query,
        exchange.parameters,
        input.body());
  }

  static void checkFormat(Exchange exchange) {
    String sent = exchange.parameters.get("Format");
    if (sent != null && !sent.isEmpty() && Format.ofParameter(sent) == null) {
      throw new ApiException(GatewayErrors.INVALID_FORMAT);
    }
  }

  /** Without an action, live endpoints answer XML whatever the product's default. */
  static Format format(Exchange exchange) {
    String sent = exchange.parameters.get("Format");
    Format format = sent == null ? null : Format.ofParameter(sent);
    if (format == null) {
      format = Format.ofAccept(exchange.input.headers().get("accept"));
    }
    if (format == null && exchange.route != null && hasAction(exchange)) {
      format = exchange.route.service().product().defaultFormat();
    }
    return format == null ? Format.XML : format;
  }

  private static boolean hasAction(Exchange exchange) {
    return exchange.parameters.get("Action") != null
        || exchange.input.headers().get("x-acs-action") != null;
  }
}
