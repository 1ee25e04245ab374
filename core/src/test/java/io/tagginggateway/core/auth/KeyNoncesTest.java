package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyNoncesTest {
  private static final NonceHash NONCE = NonceHash.of("n");

  private final KeyNonces key = new KeyNonces();

  private void addOthers(int count, long until) {
    for (int i = 0; i < count; i++) {
      key.add(NonceHash.of("other " + i + " until " + until), 0, until);
    }
  }

  @Test
  void aNonceCountsUntilTheEndOfItsSecondDroppedOrNot() {
    key.add(NONCE, 0, 1500);
    assertThat(key.isUsed(NONCE, 2000)).isTrue();
    assertThat(key.isUsed(NONCE, 2001)).isFalse();
  }

  @Test
  void whatIsAddedToASecondThatWasForgottenCounts() {
    key.add(NonceHash.of("forgotten"), 1, 1500);
    assertThat(key.forgetOldest()).isOne();
    key.add(NONCE, 2, 1600);
    assertThat(key.isUsed(NONCE, 1600)).isTrue();
    assertThat(key.isUsed(NonceHash.of("forgotten"), 1600)).isFalse();
    assertThat(key.mayHaveForgotten(1)).isTrue();
    assertThat(key.mayHaveForgotten(2)).isFalse();
  }

  @Test
  void aNonceThatIsNewAgainOutlivesItsOldTimeWhileTablesMove() {
    key.add(NONCE, 0, 1000);
    int others = 0;
    // Until a large table begins to move, whose places come one after the other.
    for (int before = key.places(); key.places() <= before || before < 1000; others++) {
      before = key.places();
      key.add(NonceHash.of("other " + others), 0, 90_000);
    }
    assertThat(key.isUsed(NONCE, 2000)).isFalse();
    key.add(NONCE, 0, 80_000);
    assertOthersCount(others);
    addOthers(100, 90_000);
    assertThat(key.isUsed(NONCE, 80_000)).isTrue();
    assertOthersCount(others);
  }

  private void assertOthersCount(int others) {
    for (int i = 0; i < others; i++) {
      assertThat(key.isUsed(NonceHash.of("other " + i), 90_000)).as("other %s", i).isTrue();
    }
  }

  @Test
  void theTablesGrowAndShrinkWithWhatCounts() {
    for (int wave = 1; wave <= 4; wave++) {
      int count = wave % 2 == 0 ? 2_000 : 20_000;
      while (key.dropDue(1_000_000L * wave) > 0) {
        assertThat(key.isDue(1_000_000L * wave)).isTrue();
      }
      addOthers(count, 1_000_000L * wave + 999_000);
      assertThat(key.size()).isEqualTo(count);
      assertThat(24L * key.places()).isLessThanOrEqualTo(NonceMemory.NONCE_BYTES * count);
    }
  }
}
