package io.tagginggateway.app.rpc;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;

/** What a load balancer sends when it has no server to ask. */
final class LoadBalancerPage {
  private LoadBalancerPage() {}

  /** The page of a status, as HTML. */
  static Buffer of(int status) {
    String title = status + " " + HttpResponseStatus.valueOf(status).reasonPhrase();
    return Buffer.buffer(
        "<html>\r\n<head><title>"
            + title
            + "</title></head>\r\n<body>\r\n<center><h1>"
            + title
            + "</h1></center>\r\n<hr><center>Tengine</center>\r\n</body>\r\n</html>\r\n");
  }
}
