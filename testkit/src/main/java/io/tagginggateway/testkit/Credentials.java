package io.tagginggateway.testkit;

/**
 * What a client signs with.
 *
 * @param accessKeyId the AccessKeyId
 * @param accessKeySecret the AccessKeySecret
 * @param account the account whose tags it sees
 */
public record Credentials(String accessKeyId, String accessKeySecret, String account) {

  /** Names the key and nothing secret. */
  @Override
  public String toString() {
    return "Credentials[" + accessKeyId + " of " + account + "]";
  }
}
