package dev.attendance.testkit.world;

import dev.attendance.time.Interval;

/**
 * What really was: one connection that was up.
 *
 * <p>It begins when the server made its session, which is what LiveKit calls its join time. It ends
 * when the client was gone for good, or when the server closed it if the client was there until
 * then. Time is by the clock of the node that had it, as all that the server tells of it is.
 *
 * @param roomSid the room instance
 * @param participantSid the connection
 * @param identity the device's identity
 * @param person whose device it is
 * @param connected from beginning to end, to the millisecond
 */
public record TrueConnection(
    String roomSid, String participantSid, String identity, String person, Interval connected) {}
