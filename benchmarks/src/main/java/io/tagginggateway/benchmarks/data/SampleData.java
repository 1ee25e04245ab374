package io.tagginggateway.benchmarks.data;

import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * Resources as a large account has them: ids of the cloud's length, ten tags each, values shared as
 * widely as such values are. The same number gives the same resource every time, and the values of
 * different keys are independent of each other.
 */
public final class SampleData {
  /** Where the resources are. */
  public static final Partition PARTITION =
      new Partition("1234567890123456", "VpcIpam", "cn-hangzhou", "IPAM");

  /** How many tags a resource has. */
  public static final int TAGS = 10;

  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 17;

  /** Keys, and how many values each has; 0 stands for a value per resource. */
  private static final Object[][] KEYS = {
    {"Name", 0},
    {"env", 4},
    {"billing", 2},
    {"team", 40},
    {"project", 500},
    {"owner", 2000},
    {"cost-center", 100},
    {"tier", 5},
    {"zone", 8},
    {"created-by", 12},
  };

  private SampleData() {}

  /** The id of resource {@code number}: {@code ipam-} and 17 letters or digits. */
  public static String id(int number) {
    StringBuilder id = new StringBuilder("ipam-");
    long bits = mix(number);
    for (int i = 0; i < ID_LENGTH; i++) {
      if (i == 10) {
        bits = mix(bits + number);
      }
      id.append(ALPHABET.charAt((int) Long.remainderUnsigned(bits, 36)));
      bits = Long.divideUnsigned(bits, 36);
    }
    return id.toString();
  }

  /**
   * The tags of resource {@code number}; every call makes new strings, as a request does.
   *
   * @param unique whether one of them, {@code Name}, has a value of its own per resource
   */
  public static List<Tag> tags(int number, boolean unique) {
    List<Tag> tags = new ArrayList<>(TAGS);
    for (Object[] key : KEYS) {
      String name = (String) key[0];
      int values = (int) key[1];
      if (values > 0) {
        tags.add(new Tag(name, value(name, number, values)));
      } else {
        tags.add(new Tag(name, unique ? "node-" + number : value(name, number, 3)));
      }
    }
    return tags;
  }

  /**
   * Tags of which two never meet: every other resource has {@code half=even}, one in 151 of the
   * others {@code rare=yes}.
   */
  public static List<Tag> apart(int number) {
    if (number % 2 == 0) {
      return List.of(new Tag("half", "even"));
    }
    return number / 2 % 76 == 0 ? List.of(new Tag("rare", "yes")) : List.of(new Tag("half", "odd"));
  }

  /** The whole resource {@code number}. */
  public static StoredResource resource(int number, boolean unique) {
    return new StoredResource(id(number), tags(number, unique), List.of(), false);
  }

  private static String value(String key, int number, int values) {
    long mixed = mix(mix(number) + key.hashCode());
    return key + "-" + Long.remainderUnsigned(mixed, values);
  }

  /** SplitMix64: neighbouring numbers come out as if by chance. */
  private static long mix(long number) {
    long z = number * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
