package org.targetmonitor.platform;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import org.targetmonitor.platform.embedded.EmbeddedDatabase;

/** No database is named, and there is no embedded one either. */
final class DatabaseNotNamed extends RuntimeException {

	private static final long serialVersionUID = 1;

	DatabaseNotNamed() {
		super("没有指定数据库 / no database is named");
	}

	/** Asks before anything tries to connect. */
	@Component
	static class Check implements BeanFactoryPostProcessor {

		@Override
		public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
			boolean named = StringUtils.hasText(beans.getBean(Environment.class).getProperty("spring.datasource.url"));
			if (!named && beans.getBeanNamesForType(EmbeddedDatabase.class, false, false).length == 0) {
				throw new DatabaseNotNamed();
			}
		}

	}

	/** Says in words what to set. */
	static class Analyzer extends AbstractFailureAnalyzer<DatabaseNotNamed> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, DatabaseNotNamed cause) {
			return new FailureAnalysis(String.valueOf(cause.getMessage()), """
					请设置环境变量 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD。
					Set SPRING_DATASOURCE_URL (such as jdbc:postgresql://host:5432/targetmonitor), \
					SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.""", cause);
		}

	}

}
