package io.tagginggateway.app.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** What a load balancer sends when it has no server to ask: HTML, and none of our headers. */
final class LoadBalancerPage {
  private LoadBalancerPage() {}

  static void send(HttpServerResponse response, int status) {
    String title = status + " " + HttpResponseStatus.valueOf(status).reasonPhrase();
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html")
        .end(
            "<html>\r\n<head><title>"
                + title
                + "</title></head>\r\n<body>\r\n<center><h1>"
                + title
                + "</h1></center>\r\n<hr><center>Tengine</center>\r\n</body>\r\n</html>\r\n");
  }
}
