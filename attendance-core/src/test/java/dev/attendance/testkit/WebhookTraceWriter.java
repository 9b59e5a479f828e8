package dev.attendance.testkit;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a {@link WebhookTrace} while its requests come in. Every line is flushed, so that a run
 * which breaks off leaves a trace that can be read. Usable from several threads.
 */
public final class WebhookTraceWriter implements Closeable {

  private final BufferedWriter out;

  /** Starts a new trace, replacing what was there. */
  public WebhookTraceWriter(Path file, WebhookTrace.Header header) throws IOException {
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    line(header.toLine());
  }

  /** Adds one request at the end. */
  public void append(WebhookTrace.Request request) throws IOException {
    line(request.toLine());
  }

  private synchronized void line(String line) throws IOException {
    out.write(line);
    out.write('\n');
    out.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
