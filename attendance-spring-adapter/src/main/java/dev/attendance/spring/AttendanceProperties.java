package dev.attendance.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything an operator sets. The defaults are those of the library; a test holds them, the
 * library's constants and the published metadata together.
 *
 * @param enabled Whether the library is wired into this application at all.
 * @param store Where attendance is kept. Without it, in the application's database; an application
 *     without a database has to say that memory will do.
 * @param silentAfter How long a room with open cycles may be silent before they count as orphaned.
 * @param detectionDelay How long the meeting server takes to notice a lost connection.
 * @param livekit The LiveKit installation.
 * @param webhook The endpoint that LiveKit calls.
 * @param jobs What runs now and then.
 * @param append How events get into the application's database.
 * @param fold The threads that fold events after they were recorded.
 * @param session When a session counts as over and as settled.
 * @param retention How long sessions are kept.
 * @param policy How presence is measured and what it amounts to.
 * @param schema The tables in the application's database.
 * @param api The read API.
 */
@ConfigurationProperties("attendance")
record AttendanceProperties(
    @DefaultValue("true") boolean enabled,
    @Nullable StoreKind store,
    @DefaultValue("2h") Duration silentAfter,
    @DefaultValue("22s") Duration detectionDelay,
    @DefaultValue @NestedConfigurationProperty LiveKitProperties livekit,
    @DefaultValue @NestedConfigurationProperty WebhookProperties webhook,
    @DefaultValue @NestedConfigurationProperty JobProperties jobs,
    @DefaultValue @NestedConfigurationProperty AppendProperties append,
    @DefaultValue @NestedConfigurationProperty FoldProperties fold,
    @DefaultValue @NestedConfigurationProperty SessionProperties session,
    @DefaultValue @NestedConfigurationProperty RetentionProperties retention,
    @DefaultValue @NestedConfigurationProperty PolicyProperties policy,
    @DefaultValue @NestedConfigurationProperty SchemaProperties schema,
    @DefaultValue @NestedConfigurationProperty ApiProperties api) {}
