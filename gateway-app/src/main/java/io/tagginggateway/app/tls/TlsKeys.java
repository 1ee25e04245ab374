package io.tagginggateway.app.tls;

import io.tagginggateway.app.tls.TlsSettings.OwnCertificate;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the gateway's TLS listeners share. Nothing is read or made before it is needed, and
 * then once. Called from any thread, but never from an event loop before it was loaded.
 */
public final class TlsKeys implements Supplier<X509KeyManager> {
  private final TlsSettings settings;
  private final Clock clock;
  private @Nullable X509KeyManager loaded;

  /** Keys as the settings describe them. */
  public TlsKeys(TlsSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The keys, loaded or made if this is the first call. Blocks.
   *
   * @throws TlsException if they cannot be used; a later call tries again
   */
  @Override
  public synchronized X509KeyManager get() {
    if (loaded == null) {
      loaded = settings.own() == null ? issued() : own(settings.own());
    }
    return loaded;
  }

  /**
   * The certificate of the CA in {@code directory} as a PEM text; makes the CA if there is none.
   * Blocks.
   *
   * @throws TlsException if the one that is there cannot be used
   */
  public static String authorityPem(Path directory, Clock clock) {
    return Pem.write(new CaDirectory(directory, clock).authority().certificate());
  }

  /** Where the CA's certificate is kept in a directory, whether or not it is there yet. */
  public static Path authorityFile(Path directory) {
    return directory.resolve(CaDirectory.CERTIFICATE);
  }

  private X509KeyManager issued() {
    LeafCertificates leaves =
        new LeafCertificates(
            new CaDirectory(settings.directory(), clock).authority(),
            new LeafNames(settings.names(), settings.productHost()),
            clock);
    return new SniKeyManager(leaves.names()::leafOf, leaves::get, "EC");
  }

  private static X509KeyManager own(OwnCertificate own) {
    List<X509Certificate> chain = Pem.certificates(own.certificate());
    String algorithm = chain.get(0).getPublicKey().getAlgorithm();
    KeyAndChain both = new KeyAndChain(Pem.privateKey(own.key(), algorithm), chain);
    if (!both.matches()) {
      throw new TlsException(
          "https.key " + own.key() + ": is not the key of https.certificate " + own.certificate());
    }
    return new SniKeyManager(name -> "own", alias -> both, algorithm);
  }
}
