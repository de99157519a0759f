package org.targetmonitor.platform.database;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.stereotype.Component;

/**
 * Has Spring Data read an aggregate with all that belongs to it in one statement, not in
 * one more for each.
 */
@Component
class WholeAggregates implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof JdbcMappingContext context) {
			context.setSingleQueryLoadingEnabled(true);
		}
		return bean;
	}

}
