package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * The spare places of one listener. While all are taken the listener accepts nothing, so that a
 * connection waits in the system's queue with its request, and is never closed unread. A place
 * whose connection had its chance to send a request makes room. Lives on the listener's event loop.
 */
final class ListenerPlaces {
  /** Chosen: many more than probes that ask at the same time. */
  static final int PLACES = 32;

  private static final long TICK_MILLIS = 5;

  /** So long has a TLS handshake when others wait. Chosen. */
  private static final int HANDSHAKE_TICKS = 20;

  private final Channel listener;
  private final ArrayDeque<SparePlace> places = new ArrayDeque<>(PLACES);
  private boolean waiting;

  ListenerPlaces(Channel listener) {
    this.listener = listener;
  }

  /** Gives a connection that was just accepted a place until it is closed. */
  void take(SparePlace place) {
    places.addLast(place);
    place
        .channel()
        .closeFuture()
        .addListener(closed -> listener.eventLoop().execute(() -> free(place)));
    if (isFull() && !waiting) {
      waiting = true;
      listener.config().setAutoRead(false);
      tick();
    }
  }

  private boolean isFull() {
    return places.size() >= PLACES;
  }

  private void free(SparePlace place) {
    places.remove(place);
    if (waiting && !isFull()) {
      waiting = false;
      listener.config().setAutoRead(true);
    }
  }

  private void tick() {
    if (waiting && listener.isOpen()) {
      for (SparePlace place : places) {
        if (place.hadItsChance(HANDSHAKE_TICKS)) {
          place.end();
        }
      }
      Future<?> unused =
          listener.eventLoop().schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }
}
