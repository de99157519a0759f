package org.targetmonitor.platform.embedded;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Holds where the monitor runs on a database of its own: the profile {@code newcomer}, no
 * database named, and the embedded PostgreSQL on the class path. Demo accounts with their
 * well-known password exist there and nowhere else.
 */
public class NewcomerMode implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return context.getEnvironment().acceptsProfiles(Profiles.of("newcomer"))
				&& !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url")) && ClassUtils
					.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", context.getClassLoader());
	}

	/** Holds everywhere else: there an administrator's password must be given. */
	public static class Not extends NewcomerMode {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !super.matches(context, metadata);
		}

	}

}
