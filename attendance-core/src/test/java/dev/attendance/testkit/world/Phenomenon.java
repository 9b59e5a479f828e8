package dev.attendance.testkit.world;

/** What happens in simulated worlds and is worth being sure of that it does. */
public enum Phenomenon {
  /** A person with two devices, each with an identity of its own. */
  TWO_DEVICES,
  /** Somebody nobody else can see. */
  HIDDEN_PARTICIPANT,
  /** A program that takes part. */
  AGENT,
  /** A recorder. */
  RECORDER,
  /** The client said goodbye. */
  POLITE_LEAVE,
  /** The network was away for some seconds and the connection went on; nothing tells of it. */
  RESUMED,
  /** The client gave its connection up for a new one. */
  FULL_RECONNECT,
  /** The server asked the client to connect anew. */
  STATE_MISMATCH,
  /** The client was gone, and the server noticed 15 to 21 seconds later. */
  CONNECTION_TIMEOUT,
  /** The client was gone and came back, with a new connection, before the server noticed. */
  BACK_BEFORE_NOTICED,
  /** The same identity connected a second time while the first connection was well. */
  EVICTED,
  /** Removed by the host. */
  REMOVED,
  /** Removed by the host when it was already gone. */
  REMOVED_WHEN_GONE,
  /** The server could not carry its media any more. */
  MEDIA_FAILURE,
  /** The room was deleted with people in it. */
  ROOM_DELETED,
  /** A room was closed because it was empty. */
  IDLE_ROOM_CLOSED,
  /** The server told of an end after it had told that the room was finished. */
  LEFT_AFTER_ROOM_FINISHED,
  /** A connection that never came up. */
  NEVER_CAME_UP,
  /** A first attempt to connect was evicted by the client's own second one. */
  SLOW_FIRST_ATTEMPT,
  /** It took more than 20 seconds to come up. */
  SLOW_CONNECTION,
  /** From coming up to the end it was less than a second. */
  SUB_SECOND_STAY,
  /** One room name, several room instances. */
  SEVERAL_INSTANCES,
  /** A room was made in which nobody ever was. */
  ROOM_WITHOUT_PARTICIPANT,
  /** A node was killed: no left, no room_finished, its queue is lost. */
  NODE_KILLED,
  /** A node was stopped, closing its rooms; most of what it tells is lost with it. */
  NODE_STOPPED,
  /** Whoever was with a killed node is listed all the same. */
  GHOST_LISTED,
  /** A node lost touch with the world; its people went to another one. */
  FAILOVER,
  /** joined of a new connection came before left of the same identity's old one. */
  JOINED_BEFORE_OLD_LEFT,
  /** One node finished the room while people were in it on another. */
  EARLY_ROOM_FINISHED,
  /** room_started a second time for one instance. */
  ROOM_STARTED_AGAIN,
  /** room_finished a second time for one instance. */
  ROOM_FINISHED_AGAIN,
  /** Two nodes with clocks more than half a second apart. */
  CLOCKS_APART,
  /** Our receiver was away. */
  RECEIVER_AWAY,
  /** Delivered at a second attempt or later. */
  RETRIED,
  /** Given up after 15 seconds. */
  LOST_AFTER_RETRIES,
  /** Thrown away, as it had waited for more than 30 seconds. */
  LOST_OF_AGE,
  /** Lost with the node that was to send it. */
  LOST_WITH_NODE,
  /** Delivered twice with one id, for our answer was lost. */
  DELIVERED_TWICE,
  /** The server did not answer a poll. */
  POLL_FAILED,
  /** A poll listed somebody who was gone by then, as far as the server knew. */
  GONE_BUT_LISTED,
  /** A poll lacked somebody who had just come up. */
  UP_BUT_NOT_LISTED,
  /** joined twice with different ids. */
  JOINED_TWICE,
  /** joined after left or aborted of the same connection. */
  JOINED_AFTER_END,
  /** aborted of a connection that had been up and joined. */
  ABORTED_AFTER_JOINED,
  /** aborted alone, although it had been up for a moment. */
  ABORTED_THOUGH_UP,
  /** A track was published and unpublished by the client. */
  TRACK_TOGGLED,
  /** track_published after left. */
  TRACK_AFTER_LEFT,
  /** An old server: join times in whole seconds. */
  JOIN_TIME_IN_SECONDS,
  /** A very old server: no join times, no reasons. */
  NO_JOIN_TIME
}
