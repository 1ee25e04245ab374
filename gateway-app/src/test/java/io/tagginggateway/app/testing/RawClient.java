package io.tagginggateway.app.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * HTTP as bytes, for what no client library would send. Whatever does not come within ten seconds
 * fails the test. Texts have a character for each byte.
 */
public final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** A client over a connection that is there, perhaps a tunnel. */
  public static RawClient over(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new RawClient(socket);
  }

  static RawClient connect(int port) throws IOException {
    return over(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Sends bytes and reads the answer that comes. */
  public RawResponse ask(String request) throws IOException {
    send(request);
    return read();
  }

  /** Sends bytes. */
  public void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Sends what the other side may refuse to take to its end. */
  public void sendAsMuchAsItTakes(String bytes) throws IOException {
    try {
      send(bytes);
    } catch (SocketException refused) {
      // what it answered is read next
    }
  }

  /** Reads one answer. */
  public RawResponse read() throws IOException {
    return read(true);
  }

  /** Reads one answer that has no body, whatever its head says: that to HEAD, and interim ones. */
  public RawResponse readHead() throws IOException {
    return read(false);
  }

  private RawResponse read(boolean withBody) throws IOException {
    String status = line();
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
          .add(line.substring(colon + 1).trim());
    }
    List<String> length = headers.getOrDefault("content-length", List.of("0"));
    int size = withBody ? Integer.parseInt(length.get(0)) : 0;
    byte[] body = in.readNBytes(size);
    if (body.length < size) {
      throw new EOFException("the body ends after " + body.length + " of " + size + " bytes");
    }
    return new RawResponse(status, headers, body);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ends after: " + line.toString(ISO_8859_1));
      }
      line.write(b);
    }
    String text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Waits until the other side ends the connection; false if it sends something instead. */
  public boolean ended() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Reads what comes until the other side ends the connection. */
  public String readToEnd() throws IOException {
    return new String(in.readAllBytes(), ISO_8859_1);
  }

  /** Closes at once and unfriendly: the other side sees a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
