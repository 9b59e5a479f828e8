package dev.attendance;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives every property the same seed if the system property {@value #SEED} is set, so that a run
 * can be repeated as it was. The profile {@code mutation} sets it: what one run notices, the next
 * one shall notice too.
 */
public class FixedSeed implements AroundPropertyHook {

  static final String SEED = "attendance.test.seed";

  private static final @Nullable String FIXED = System.getProperty(SEED);

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    if (FIXED != null && context.attributes().seed().isEmpty()) {
      context.attributes().setSeed(FIXED);
    }
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }
}
