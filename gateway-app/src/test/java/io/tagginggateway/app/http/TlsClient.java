package io.tagginggateway.app.http;

import io.tagginggateway.app.tls.Trust;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Java's own TLS, trusting one CA alone and checking host names. */
final class TlsClient {
  private final SSLContext context;

  TlsClient(Path authority) {
    try {
      context = Trust.in(authority);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Shakes hands over a connection that is there, as a client of {@code host}. */
  SSLSocket over(Socket socket, String host, String... protocols) throws IOException {
    SSLSocket tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, host, 443, /* autoClose= */ true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (protocols.length > 0) {
      parameters.setProtocols(protocols);
    }
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  static X509Certificate certificate(SSLSocket socket) throws IOException {
    return (X509Certificate) socket.getSession().getPeerCertificates()[0];
  }
}
