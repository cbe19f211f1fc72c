package ai.equalto.lesserbody.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that says, byte for byte, what a test tells it to. */
final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Script script;
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();

  /** What is said over one connection, after which it is closed. */
  @FunctionalInterface
  interface Script {
    void serve(Peer peer) throws IOException, InterruptedException;
  }

  /** One end of a connection; they are counted from 1. */
  record Peer(int number, BufferedReader in, OutputStream out) {
    /** Reads a request that has no body; returns its first line. */
    String awaitRequest() throws IOException {
      String first = in.readLine();
      for (String line = first; line != null && !line.isEmpty(); ) {
        line = in.readLine();
      }
      return first;
    }

    void say(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    void reply(String body) throws IOException {
      say("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Waits until the other end is gone. */
    void awaitEnd() throws IOException {
      in.transferTo(Writer.nullWriter());
    }
  }

  RawServer(Script script) throws IOException {
    this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    this.script = script;
    start(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
  }

  /** How many connections there were. */
  int connections() {
    return accepted.size();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        accepted.add(socket);
        int number = accepted.size();
        start(() -> serve(socket, number));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      InputStreamReader in =
          new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1);
      script.serve(new Peer(number, new BufferedReader(in), socket.getOutputStream()));
    } catch (SocketException e) {
      // The client has closed, or the test is over.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void start(Runnable work) {
    Thread.ofPlatform().daemon().start(work);
  }
}
