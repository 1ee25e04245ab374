package io.tagginggateway.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.memory.OutOfMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plain jar, without the launcher's flags, when who runs it gives it more than fits. */
final class OutOfMemoryIT {
  private static final String PUT =
      String.join(
          "\r\n",
          "PUT /_gateway/state HTTP/1.1",
          "Host: 127.0.0.1",
          "Content-Type: application/json",
          "Content-Length: 500000000",
          "",
          "");

  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsWithACodeAndLastWordsOnStandardError() throws Exception {
    Map<String, String> heap = Map.of("JDK_JAVA_OPTIONS", "-Xmx32m -XX:+UseSerialGC");
    try (JarProcess gateway = JarProcess.start(heap, "--port", "0")) {
      fill(gateway.port());
      assertThat(gateway.exitCode()).isEqualTo(OutOfMemory.EXIT_CODE);
      assertThat(gateway.errors()).anyMatch(line -> line.contains("out of memory"));
      assertThat(gateway.nextLine()).isNull();
    }
  }

  private static void fill(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          (PUT + "{\"accounts\":[{\"id\":\"1234567890123456\",\"resources\":[").getBytes(US_ASCII));
      for (int number = 0; number < 5_000_000; number++) {
        String resource =
            "{\"product\":\"VpcIpam\",\"region\":\"cn-hangzhou\",\"type\":\"IPAM\",\"id\":\"r"
                + number
                + "\",\"tags\":{\"k\":\"v"
                + number
                + "\"}},";
        out.write(resource.getBytes(US_ASCII));
      }
    } catch (IOException ended) {
      // as it is to be
    }
  }
}
