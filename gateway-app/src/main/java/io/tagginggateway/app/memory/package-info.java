/**
 * How much memory callers may hold. {@link MemoryPlan} divides what there is, {@link MemoryBudget}
 * counts what is held, {@link OutOfMemory} ends a process whose count was wrong.
 */
@NullMarked
package io.tagginggateway.app.memory;

import org.jspecify.annotations.NullMarked;
