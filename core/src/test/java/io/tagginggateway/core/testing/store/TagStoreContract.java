package io.tagginggateway.core.testing.store;

/**
 * The whole contract of {@link io.tagginggateway.core.tag.TagStore}. Whoever makes a store
 * implements this in a test class; JUnit and jqwik find the tests in the interfaces.
 */
public interface TagStoreContract
    extends TagStoreChanges, TagStorePages, TagStoreHistory, TagStoreReaders, TagStoreExports {}
