package io.tagginggateway.core.resource;

import io.tagginggateway.core.tag.Partition;
import java.util.List;

/**
 * Resources that hang on others: those of a partition one of whose attributes is the id.
 *
 * @param partition where they are
 * @param attribute the attribute that names what they hang on
 * @param below what hangs on these
 */
public record Dependents(Partition partition, String attribute, List<Dependents> below) {}
