package io.tagginggateway.core.document;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An error as every product answers it. Source: the dialect reference, section 6, seen on live
 * endpoints.
 *
 * @param error what went wrong
 * @param requestId the request's id
 * @param host the host that the client called
 * @param product the code of the product that was asked; empty when none was found
 */
public record ErrorDocument(ApiError error, String requestId, String host, String product) {

  /** Writes the error; the two formats order their fields differently. */
  public void write(Format format, OutputStream out) throws IOException {
    try (Document document = Document.open(format, "Error", out)) {
      switch (format) {
        case JSON -> {
          document.field("RequestId", requestId);
          document.field("Message", error.message());
          document.field("Recommend", recommend());
          document.field("HostId", host);
          document.field("Code", error.code());
        }
        case XML -> {
          document.field("RequestId", requestId);
          document.field("HostId", host);
          document.field("Code", error.code());
          document.field("Message", error.message());
          document.cdataField("Recommend", recommend());
        }
      }
    }
  }

  private String recommend() {
    return "https://api.aliyun.com/troubleshoot?q="
        + error.code()
        + "&product="
        + product
        + "&requestId="
        + requestId;
  }
}
