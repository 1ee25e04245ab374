package io.tagginggateway.core.auth;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The algorithms that every Java platform must have, without their checked exceptions. Each thread
 * keeps its own, since to look one up and to make it takes longer than to hash what a request
 * signs.
 */
final class Hashes {
  /** The SHA-256 of an empty body, which most requests have. */
  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final ThreadLocal<Hashes> OF_THREAD = ThreadLocal.withInitial(Hashes::new);

  private final MessageDigest sha256;
  private final Mac hmacSha256;
  private final Mac hmacSha1;
  private final SigningText block = new SigningText();

  private Hashes() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
      hmacSha256 = Mac.getInstance("HmacSHA256");
      hmacSha1 = Mac.getInstance("HmacSHA1");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("an algorithm of Java is not there", impossible);
    }
  }

  static byte[] hmacSha256(String key, SignedText text) {
    Hashes mine = OF_THREAD.get();
    return mine.hmac(mine.hmacSha256, key, text);
  }

  static byte[] hmacSha1(String key, SignedText text) {
    Hashes mine = OF_THREAD.get();
    return mine.hmac(mine.hmacSha1, key, text);
  }

  private byte[] hmac(Mac mac, String key, SignedText text) {
    try {
      // Also drops what is left of a text that failed.
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      block.write(text, (bytes, size) -> mac.update(bytes, 0, size));
      return mac.doFinal();
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("any bytes are a key", impossible);
    }
  }

  /** The SHA-256 of some bytes. */
  static byte[] digest(byte[] bytes) {
    MessageDigest digest = OF_THREAD.get().sha256;
    digest.reset();
    return digest.digest(bytes);
  }

  /** The SHA-256 of some bytes, most often none, in lower-case hexadecimal digits. */
  static String sha256(byte[] bytes) {
    return bytes.length == 0 ? OF_NOTHING : hex(digest(bytes));
  }

  static String sha256(SignedText text) {
    Hashes mine = OF_THREAD.get();
    mine.sha256.reset();
    mine.block.write(text, (bytes, size) -> mine.sha256.update(bytes, 0, size));
    return hex(mine.sha256.digest());
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
