package io.tagginggateway.app.rpc;

import io.tagginggateway.app.host.HostNames;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Style;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RepeatedParameters;
import io.tagginggateway.core.request.RepeatedTexts;
import io.tagginggateway.core.request.RpcRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out what a request says, wherever it says it. Thread-safe. */
final class RequestParser {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final RepeatedParameters parameters = new RepeatedParameters();
  private final RepeatedTexts texts = new RepeatedTexts();

  /** A request under an id of its own, as of now. */
  Arrival parse(HttpInput input) {
    Parameters query = Parameters.parse(input.query(), parameters);
    RpcRequest request =
        new RpcRequest(
            RequestIds.requestId(),
            input.method(),
            texts.of(input.path()),
            texts.of(HostNames.normalize(input.authority())),
            input.headers(),
            query,
            parameters(query, input),
            input.body());
    return new Arrival(request, input.client(), System.nanoTime());
  }

  private Parameters parameters(Parameters query, HttpInput input) {
    if (input.body().length == 0 || !isForm(input.headers().get("content-type"))) {
      return query;
    }
    String form = new String(input.body(), StandardCharsets.ISO_8859_1);
    return query.and(Parameters.parse(form, parameters));
  }

  private static boolean isForm(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  static void checkFormat(RpcRequest request) {
    String sent = request.parameter("Format");
    if (sent != null && !sent.isEmpty() && Format.ofParameter(sent) == null) {
      throw new ApiException(GatewayErrors.INVALID_FORMAT);
    }
  }

  /** Without an action, live endpoints answer XML whatever the product's default. */
  static Format format(RpcRequest request, @Nullable Route route) {
    String sent = request.parameter("Format");
    Format format = sent == null ? null : Format.ofParameter(sent);
    if (format == null) {
      format = Format.ofAccept(request.headers().get("accept"));
    }
    if (format == null && route != null && namesOperation(request, route)) {
      format = route.service().product().defaultFormat();
    }
    return format == null ? Format.XML : format;
  }

  /** In the ROA style the path does, even if it is no operation's. */
  private static boolean namesOperation(RpcRequest request, Route route) {
    return request.action() != null || route.service().entry().head().style() == Style.ROA;
  }
}
