package io.tagginggateway.app.tls;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the CA: {@code ca.pem} to give to clients, {@code ca.key} to give to nobody. It is made
 * once, and used again by every later start, since clients were told to trust it.
 */
final class CaDirectory {
  static final String CERTIFICATE = "ca.pem";
  static final String KEY = "ca.key";
  private static final String LOCK = "ca.lock";

  private final Path directory;
  private final Clock clock;

  CaDirectory(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** The CA that is there, or a new one. Blocks; fails if the one that is there cannot be used. */
  KeyAndChain authority() {
    synchronized (CaDirectory.class) { // a file lock holds off other processes, not other threads
      try {
        OwnerOnly.makeDirectory(directory);
        try (FileChannel channel =
                FileChannel.open(
                    directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          return lock.isValid() && isThere() ? load() : make();
        }
      } catch (AccessDeniedException e) {
        throw new TlsException("https.directory " + directory + ": no permission to use it", e);
      } catch (IOException e) {
        throw new TlsException("https.directory " + directory + ": " + e.getMessage(), e);
      }
    }
  }

  private boolean isThere() {
    Path certificate = directory.resolve(CERTIFICATE);
    Path key = directory.resolve(KEY);
    boolean hasCertificate = Files.exists(certificate);
    if (hasCertificate != Files.exists(key)) {
      throw unusable(
          (hasCertificate ? key : certificate)
              + ": is missing, and "
              + (hasCertificate ? certificate : key)
              + " is of no use without it");
    }
    return hasCertificate;
  }

  private KeyAndChain load() throws IOException {
    Path file = directory.resolve(CERTIFICATE);
    Path keyFile = directory.resolve(KEY);
    OwnerOnly.tighten(keyFile);
    X509Certificate certificate;
    PrivateKey key;
    try {
      certificate = Pem.certificates(file).get(0);
      key = Pem.privateKey(keyFile, certificate.getPublicKey().getAlgorithm());
    } catch (TlsException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
    KeyAndChain authority = new KeyAndChain(key, List.of(certificate));
    Instant end = certificate.getNotAfter().toInstant();
    if (!clock.instant().isBefore(end)) {
      throw unusable(file + ": the CA expired on " + end);
    }
    if (certificate.getBasicConstraints() < 0) {
      throw unusable(file + ": is no CA's certificate");
    }
    if (!authority.matches()) {
      throw unusable(file + ": is not the certificate of " + keyFile);
    }
    return authority;
  }

  private KeyAndChain make() throws IOException {
    KeyAndChain authority = Certificates.newAuthority(clock.instant());
    OwnerOnly.write(directory.resolve(KEY), Pem.write(authority.key()));
    OwnerOnly.write(directory.resolve(CERTIFICATE), Pem.write(authority.certificate()));
    return authority;
  }

  private TlsException unusable(String reason) {
    return new TlsException(
        reason
            + "; restore it, or remove "
            + directory
            + " for a new CA that clients must trust anew");
  }
}
