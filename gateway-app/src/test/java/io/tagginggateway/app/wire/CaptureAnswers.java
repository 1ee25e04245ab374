package io.tagginggateway.app.wire;

import io.tagginggateway.app.testing.Captures.Capture;

/**
 * What each capture is to be answered, from the dialects alone. Every list but the generic ones
 * filters by the key {@code own er} and brings the token {@code TOK+1/==}: VPC IPAM's rule for keys
 * refuses the first, API Gateway allows it and refuses the second, which it never issued.
 */
final class CaptureAnswers {
  private CaptureAnswers() {}

  static String outcome(Capture capture) {
    if (capture.isConnect()) {
      return "200";
    }
    if (capture.name().contains("-Vpc-")) {
      return "400 InvalidParameter.NextToken"; // its rule for keys allows a space
    }
    if (capture.name().equals("java-tea-CloudAPI-ListTagResources-generic")) {
      return "400 InvalidResourceType"; // it asks for the type IPAM
    }
    if (capture.name().contains("-ListTagResources") && !capture.name().endsWith("-generic")) {
      return capture.name().contains("-VpcIpam-")
          ? "400 IllegalParam.TagKey"
          : "400 InvalidNextToken";
    }
    return "200";
  }

  /** The clients ask for JSON unless told otherwise. */
  static String format(Capture capture) {
    return capture.name().endsWith("-xml") ? "XML" : "JSON";
  }
}
