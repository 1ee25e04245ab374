package io.tagginggateway.core.resource;

import io.tagginggateway.core.tag.Partition;
import java.util.List;

/**
 * Resources that depend on others: those of a partition that name the id of the other in an
 * attribute.
 *
 * @param partition where they are
 * @param attribute the attribute that names what they depend on
 * @param below what depends on these in turn
 */
public record Dependents(Partition partition, String attribute, List<Dependents> below) {}
