package io.tagginggateway.store.postgresql.testing;

import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of servers that tests start. */
public final class Certificate {
  private Certificate() {}

  /**
   * Writes {@code file.pem} and {@code file.key}.
   *
   * @param host the one name that it is for
   */
  public static void selfSigned(String host, Path file) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    X500Name name = new X500Name("CN=" + host);
    Instant now = Instant.now();
    X509CertificateHolder certificate =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(30, ChronoUnit.DAYS)),
                name,
                keys.getPublic())
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
            .addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, host)))
            .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
    write(
        file.resolveSibling(file.getFileName() + ".pem"), "CERTIFICATE", certificate.getEncoded());
    write(
        file.resolveSibling(file.getFileName() + ".key"),
        "PRIVATE KEY",
        keys.getPrivate().getEncoded());
  }

  private static void write(Path file, String what, byte[] content) throws Exception {
    StringWriter pem = new StringWriter();
    pem.append("-----BEGIN ").append(what).append("-----\n");
    pem.append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content));
    pem.append("\n-----END ").append(what).append("-----\n");
    Files.writeString(file, pem.toString());
    // PostgreSQL reads no key that others can read.
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
