/** LiveKit. */
@NullMarked
package dev.attendance.livekit;

import org.jspecify.annotations.NullMarked;
