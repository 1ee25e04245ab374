package io.tagginggateway.app.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP as bytes, for what no client library would send. */
final class Wire {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
  private static final int PATIENCE_MILLIS = 10_000;

  private Wire() {}

  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Sends a request and reads one answer: head and body. */
  static String exchange(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return answer(socket);
  }

  /** Sends CONNECT and reads the answer, which has no body if it is a tunnel. */
  static String tunnel(Socket socket, String host) throws IOException {
    return exchange(socket, "CONNECT " + host + ":443 HTTP/1.1\r\nHost: " + host + ":443\r\n\r\n");
  }

  static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return text;
      }
      bytes.write(b);
      text = bytes.toString(ISO_8859_1);
    }
    Matcher length = LENGTH.matcher(text);
    return length.find()
        ? text + new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1)
        : text;
  }

  /** Whether the other side has ended the connection; waits for it. */
  static boolean ended(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketException e) {
      return true; // reset
    }
  }
}
