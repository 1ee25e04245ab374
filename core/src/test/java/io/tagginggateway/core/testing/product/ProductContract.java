package io.tagginggateway.core.testing.product;

/**
 * The whole suite of a product. Whoever brings a product implements this in a test class; JUnit and
 * jqwik find the tests in the interfaces.
 */
public interface ProductContract
    extends ProductLists, ProductChanges, ProductTexts, ProductErrors, ProductDocuments {}
