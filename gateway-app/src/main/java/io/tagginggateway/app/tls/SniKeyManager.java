package io.tagginggateway.app.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows each client the certificate of the name it asks for. The alias of a certificate is that
 * name.
 */
final class SniKeyManager extends X509ExtendedKeyManager {
  private final UnaryOperator<String> aliasOfName;
  private final Function<String, KeyAndChain> certificates;
  private final String keyAlgorithm;

  /**
   * A key manager over these certificates.
   *
   * @param aliasOfName the alias for a name of SNI; for the empty one if the client sent none
   * @param certificates the certificate of an alias
   * @param keyAlgorithm the one algorithm of all their keys
   */
  SniKeyManager(
      UnaryOperator<String> aliasOfName,
      Function<String, KeyAndChain> certificates,
      String keyAlgorithm) {
    this.aliasOfName = aliasOfName;
    this.certificates = certificates;
    this.keyAlgorithm = keyAlgorithm;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    if (!keyType.equals(keyAlgorithm)) {
      return null;
    }
    return aliasOfName.apply(requestedName(engine));
  }

  private static String requestedName(SSLEngine engine) {
    if (engine.getHandshakeSession() instanceof ExtendedSSLSession session) {
      for (SNIServerName name : session.getRequestedServerNames()) {
        if (name instanceof SNIHostName host) {
          return host.getAsciiName();
        }
      }
    }
    return "";
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return certificates.apply(alias).chain().toArray(new X509Certificate[0]);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return certificates.apply(alias).key();
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return null; // Vert.x works with engines
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }
}
