package io.tagginggateway.app.console.view;

/**
 * A request as the list shows it; what it did not reach is empty.
 *
 * @param id the request id
 * @param link where its details are
 * @param time when it was answered
 * @param product the product code
 * @param operation the operation
 * @param region the region
 * @param host the host that was called
 * @param key the access key
 * @param status the HTTP status; 0 if there was no answer
 * @param code the error code
 * @param rows how many rows were listed
 * @param micros how many microseconds it took
 * @param fault the kind of fault that spoiled it
 * @param hint why it was answered so
 * @param ok whether it succeeded
 */
public record RequestRow(
    String id,
    String link,
    String time,
    String product,
    String operation,
    String region,
    String host,
    String key,
    int status,
    String code,
    String rows,
    String micros,
    String fault,
    String hint,
    boolean ok) {}
