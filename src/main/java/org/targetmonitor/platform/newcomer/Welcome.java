package org.targetmonitor.platform.newcomer;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Tells a newcomer where the monitor is, how to sign in, and what to try. */
class Welcome {

	private static final Logger log = LoggerFactory.getLogger(Welcome.class);

	private final String dataDirectory;

	Welcome(String dataDirectory) {
		this.dataDirectory = dataDirectory;
	}

	@EventListener
	void ready(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
			log.info(text("http://localhost:" + web.getWebServer().getPort(), this.dataDirectory));
		}
	}

	static String text(String address, String dataDirectory) {
		String accounts = DemoAccounts.accounts()
			.entrySet()
			.stream()
			.map((entry) -> "    %-11s %s".formatted(entry.getKey().username(), entry.getValue()))
			.collect(Collectors.joining("\n"));
		return """

				目标监测系统已启动  The target monitor is running:  %1$s/

				  演示账号（密码均为 %2$s）  Demo accounts, password %2$s:
				%3$s

				  试一试  Three things to try:
				    1. 报送一项数据：用 staff 登录，打开“本期填报”；或  submit a figure: sign in as staff, open "Report"; or
				       curl -u staff:%2$s -H 'Content-Type: application/json' %1$s/api/plans/demo-2024/submissions \\
				         -d '{"period":"2024-Q4","figures":[{"indicator":"invented-on-track","value":"6.2","status":"P"}]}'
				       审核 approve: curl -u reviewer:%2$s -X POST %1$s/api/submissions/{id}/approval
				    2. 查看进度  see how targets stand
				       curl -u leader:%2$s %1$s/api/plans/china-2024/progress
				    3. 查看指标  read the metrics
				       curl -u prometheus:%2$s %1$s/actuator/prometheus

				  数据保存在 %4$s，按 Ctrl-C 停止  The data is kept in %4$s; Ctrl-C stops it
				"""
			.formatted(address, DemoAccounts.PASSWORD, accounts, dataDirectory);
	}

}
