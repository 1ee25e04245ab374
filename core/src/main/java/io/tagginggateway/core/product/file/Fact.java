package io.tagginggateway.core.product.file;

/**
 * A statement of a product file.
 *
 * @param path where it stands, such as {@code tags[0].limits.ids}
 * @param value what it says, as text
 * @param standing how it is known
 * @param source where it was found, in words; empty for what was chosen without a source
 * @param note a remark of the file's author; empty if there is none
 */
public record Fact(String path, String value, Standing standing, String source, String note) {}
