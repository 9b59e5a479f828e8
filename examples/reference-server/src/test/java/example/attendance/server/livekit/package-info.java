/**
 * Tests against a real LiveKit server with real participants. Nothing here knows the library: the
 * classes start processes, steer them and write down what they saw.
 */
@NullMarked
package example.attendance.server.livekit;

import org.jspecify.annotations.NullMarked;
