package io.tagginggateway.core.store;

import org.jspecify.annotations.Nullable;

/** The ordinals that removed resources left behind, to be given out again. */
record FreeOrdinals(int ordinal, @Nullable FreeOrdinals rest) {}
