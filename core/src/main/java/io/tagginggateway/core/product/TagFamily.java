package io.tagginggateway.core.product;

/**
 * One trio of operations that list, add and remove tags, with the rules they share. A product may
 * have several, each with types of its own.
 *
 * @param names what the operations are called
 * @param requests how requests of the ROA style ask for them
 * @param types its resource types
 * @param parameterNames what the parameters of each operation are called
 * @param encodings how its lists are written
 * @param limits how much a request may name
 * @param texts which keys and values it allows
 * @param paging how its lists are cut into pages
 * @param envelope how its answers are written
 * @param errors its errors
 */
public record TagFamily(
    OperationNames names,
    RoaRequests requests,
    ResourceTypes types,
    PerKind<ParameterNames> parameterNames,
    ListEncodings encodings,
    TagLimits limits,
    TagTexts texts,
    Paging paging,
    Envelope envelope,
    ErrorTable errors) {

  /** What the parameters of the list are called. */
  public ParameterNames parameters() {
    return parameterNames.list();
  }
}
