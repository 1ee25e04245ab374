package io.tagginggateway.app.testing;

import java.util.Arrays;

/** Requests as clients write them, with nothing checked or escaped. */
public final class Http {
  /** A host of VPC IPAM. */
  public static final String VPC = "vpcipam.cn-hangzhou.aliyuncs.com";

  /** A host of API Gateway. */
  public static final String API = "apigateway.cn-qingdao.aliyuncs.com";

  /** What the built-in demo answers with one row. */
  public static final String VPC_DEMO =
      "Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAM"
          + "&ResourceId.1=ipam-uq5dcfc2eqhpf4";

  /** What the built-in demo answers with two rows. */
  public static final String API_DEMO =
      "Action=ListTagResources&ResourceType=apiGroup"
          + "&ResourceId.1=285bb759342649a1b70c2093a772e087";

  private Http() {}

  /** A GET of the root. */
  public static String get(String host, String query, String... headers) {
    return request("GET", host, query, headers);
  }

  /** A request of the root without a body. */
  public static String request(String method, String host, String query, String... headers) {
    return raw(method + " /" + (query.isEmpty() ? "" : "?" + query), host, headers);
  }

  /** A POST of a form. */
  public static String form(String host, String query, String form, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type: application/x-www-form-urlencoded";
    all[headers.length + 1] = "Content-Length: " + form.length();
    return request("POST", host, query, all) + form;
  }

  /** A request with any target. */
  public static String raw(String start, String host, String... headers) {
    StringBuilder head = new StringBuilder(start).append(" HTTP/1.1\r\nHost: ").append(host);
    for (String header : headers) {
      head.append("\r\n").append(header);
    }
    return head.append("\r\n\r\n").toString();
  }
}
