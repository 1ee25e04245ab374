package io.tagginggateway.core.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The algorithms that every Java platform must have, without their checked exceptions. */
final class Hashes {
  /** The SHA-256 of an empty body, which most requests have. */
  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private Hashes() {}

  static byte[] hmac(String algorithm, String key, SignedText text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      SigningText.write(text, (block, size) -> mac.update(block, 0, size));
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(algorithm + " is not there", impossible);
    }
  }

  /** A new SHA-256 digest. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is not there", impossible);
    }
  }

  /** The SHA-256 of some bytes, most often none, in lower-case hexadecimal digits. */
  static String sha256(byte[] bytes) {
    return bytes.length == 0 ? OF_NOTHING : hex(sha256().digest(bytes));
  }

  static String sha256(SignedText text) {
    MessageDigest digest = sha256();
    SigningText.write(text, (block, size) -> digest.update(block, 0, size));
    return hex(digest.digest());
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Compares in constant time, so that the time does not tell where they differ. */
  static boolean equal(String expected, String sent) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }
}
