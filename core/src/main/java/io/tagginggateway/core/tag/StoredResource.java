package io.tagginggateway.core.tag;

import java.util.List;

/**
 * A resource with everything that is stored of it, as fixtures and exports carry it.
 *
 * @param id the resource id
 * @param tags the user's tags, with distinct keys
 * @param systemTags tags set by the cloud, which no caller changes; no key is also in {@code tags}
 * @param declared whether it stays known when it has no tag left
 */
public record StoredResource(String id, List<Tag> tags, List<Tag> systemTags, boolean declared) {}
