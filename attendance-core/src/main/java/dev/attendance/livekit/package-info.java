/** LiveKit's webhook receiver, event decoder and room-service client. */
@NullMarked
package dev.attendance.livekit;

import org.jspecify.annotations.NullMarked;
