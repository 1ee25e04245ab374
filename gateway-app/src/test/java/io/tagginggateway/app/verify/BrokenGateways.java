package io.tagginggateway.app.verify;

import io.tagginggateway.app.verify.SpoilingProxy.Answer;
import io.tagginggateway.app.verify.SpoilingProxy.Upstream;
import io.tagginggateway.core.auth.Signatures;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Servers that break what the gateway does before any product: headers, formats, signatures. */
final class BrokenGateways {
  private static final String SECRET = "testsecret";

  /** What only a server that checks signatures answers. */
  private static final Set<String> STRICT =
      Set.of(
          "gateway.MissingVersion",
          "gateway.MissingAccessKeyId",
          "gateway.MissingSignature",
          "gateway.MissingSignatureMethod",
          "gateway.MissingSignatureVersion",
          "gateway.MissingSignatureNonce",
          "gateway.MissingTimestamp",
          "gateway.InvalidSignatureMethod",
          "gateway.InvalidTimeStamp.Format",
          "gateway.InvalidTimeStamp.Expired",
          "gateway.InvalidAccessKeyId.NotFound",
          "gateway.SignatureDoesNotMatch",
          "gateway.SignatureNonceUsed");

  private static final Set<String> ANY =
      Set.of(
          "gateway.RequestParameterMalformed",
          "gateway.InvalidParameter.Format",
          "gateway.InvalidAction.NotFound",
          "gateway.InvalidVersion",
          "gateway.UnsupportedHTTPMethod");

  private BrokenGateways() {}

  static List<BrokenServer> of(Product product) {
    List<BrokenServer> broken = new ArrayList<>();
    headers(broken);
    bodies(broken);
    placements(broken);
    signatures(broken);
    for (String rule : ANY) {
      broken.add(otherStatus(rule).whereSignaturesAreChecked());
    }
    for (String rule : STRICT) {
      broken.add(otherStatus(rule).whereSignaturesAreChecked());
    }
    broken.add(
        BrokenServer.requests(
            "check-order",
            r ->
                "YAML".equals(r.get("Format")) && r.action().equals("NoSuchAction")
                    ? r.edit(p -> p.put("Format", "JSON"))
                    : r));
    return broken;
  }

  private static BrokenServer otherStatus(String rule) {
    String code = rule.substring("gateway.".length());
    return BrokenServer.answers(
        rule,
        answer ->
            answer.body().contains("\"Code\":\"" + code + "\"")
                    || answer.body().contains("<Code>" + code + "</Code>")
                ? answer.status(402)
                : answer);
  }

  private static void headers(List<BrokenServer> broken) {
    broken.add(
        BrokenServer.answers(
            "content-type",
            a -> a.body().startsWith("{") ? a.header("content-type", "application/json") : a));
    broken.add(BrokenServer.answers("request-id", a -> a.header("x-acs-request-id", null)));
    broken.add(BrokenServer.answers("response-headers", a -> a.header("x-acs-trace-id", null)));
  }

  private static void bodies(List<BrokenServer> broken) {
    broken.add(
        BrokenServer.answers(
            "xml-frame", a -> a.body(a.body().replace("><RequestId", ">\n<RequestId"))));
    broken.add(
        BrokenServer.answers(
            "error-body-json", a -> a.body(a.body().replaceAll("\"Recommend\":\"[^\"]*\",", ""))));
    broken.add(
        BrokenServer.answers(
            "error-body-xml", a -> a.body(a.body().replaceAll("<Recommend>.*</Recommend>", ""))));
    broken.add(
        BrokenServer.answers(
            "host-id", a -> a.body(a.body().replaceAll("(HostId\"?[:>]\"?)[^\"<]+", "$1other"))));
  }

  private static void placements(List<BrokenServer> broken) {
    refuse(broken, "post-in-query", r -> r.method().equals("POST") && r.body().isEmpty());
    refuse(
        broken,
        "post-split",
        r -> r.method().equals("POST") && !r.body().isEmpty() && r.query().contains("Action="));
    refuse(
        broken,
        "post-form",
        r ->
            r.method().equals("POST")
                && r.query().isEmpty()
                && r.headers().get("x-acs-action") == null);
    refuse(
        broken,
        "get-form-type",
        r -> r.method().equals("GET") && r.headers().containsKey("content-type"));
    refuse(
        broken,
        "three-places",
        r -> r.headers().containsKey("x-acs-action") && r.get("Action") == null);
    refuse(broken, "parameter-wins", r -> "1999-01-01".equals(r.headers().get("x-acs-version")));
  }

  private static void signatures(List<BrokenServer> broken) {
    strict(broken, "v1", r -> r.get("Sign") != null && r.get("Signature") != null);
    strict(broken, "acs3", r -> r.get("Sign") != null && r.get("Signature") == null);
    strict(
        broken,
        "v1-empty-values",
        r -> r.parameters().containsValue("") && r.get("Signature") != null && !signsEverything(r));
    strict(
        broken,
        "acs3-parts",
        r ->
            r.headers()
                .getOrDefault("authorization", "")
                .startsWith("ACS3-HMAC-SHA256 Signature="));
    AtomicReference<Answer> success = new AtomicReference<>();
    broken.add(
        BrokenServer.of(
                "acs3-body",
                () ->
                    (request, gateway) -> {
                      Answer answer = gateway.send(request);
                      if (answer.status() == 200) {
                        success.set(answer);
                      }
                      boolean otherBody =
                          request.method().equals("POST")
                              && request
                                  .headers()
                                  .getOrDefault("x-acs-content-sha256", "")
                                  .startsWith("0000");
                      return otherBody ? success.get() : answer;
                    })
            .whereSignaturesAreChecked());
  }

  /** Whether the signature covers empty values too. */
  private static boolean signsEverything(SpoiledRequest request) {
    SpoiledRequest unsigned = request.edit(p -> p.remove("Signature"));
    String query = unsigned.query().isEmpty() ? unsigned.body() : unsigned.query();
    RpcRequest signed =
        new RpcRequest(
            "",
            request.method(),
            "/",
            "",
            name -> null,
            Parameters.parse(query),
            Parameters.parse(query),
            new byte[0]);
    return Signatures.v1(signed, SECRET).equals(request.get("Signature"));
  }

  private static void refuse(
      List<BrokenServer> broken, String rule, Predicate<SpoiledRequest> which) {
    broken.add(
        BrokenServer.of(
            rule,
            () ->
                (request, gateway) ->
                    which.test(request)
                        ? BrokenBehaviours.refusal(request, gateway)
                        : gateway.send(request)));
  }

  private static void strict(
      List<BrokenServer> broken, String rule, Predicate<SpoiledRequest> which) {
    broken.add(
        BrokenServer.of(
                rule,
                () ->
                    (request, gateway) ->
                        which.test(request) ? forged(request, gateway) : gateway.send(request))
            .whereSignaturesAreChecked());
  }

  private static Answer forged(SpoiledRequest request, Upstream gateway) throws IOException {
    return gateway.send(request.edit(p -> p.put("Unsigned", "1")));
  }
}
