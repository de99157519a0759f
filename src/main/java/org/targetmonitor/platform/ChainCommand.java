package org.targetmonitor.platform;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.account.AuditChain;
import org.targetmonitor.account.AuditReport;
import org.targetmonitor.input.Text;
import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainReport;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.submission.SideChain;

/**
 * Verifies the chain of every plan and of the audit without starting the monitor, and
 * prints the result in both languages. It only reads.
 */
public final class ChainCommand {

	/** What asks for it. */
	public static final String OPTION = "--targetmonitor.verify-chain";

	private static final int WHOLE = 0;

	private static final int BROKEN = 1;

	private static final int UNKNOWN = 2;

	private static final int UNREADABLE = 3;

	/** How PostgreSQL says that a table or a column is not there. */
	private static final Set<String> NOT_MIGRATED = Set.of("42P01", "42703");

	/** Whether the migrations that make the chains' last tables were carried out. */
	private static final String MADE = """
			SELECT to_regclass('chain_begun') IS NOT NULL OR to_regclass('audit_link') IS NOT NULL
			  OR to_regclass('audit_head') IS NOT NULL OR to_regclass('audit_start') IS NOT NULL
			""";

	private ChainCommand() {
	}

	/** What reads the chains, and nothing else of the monitor. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class })
	@ComponentScan("org.targetmonitor.platform.embedded")
	@ComponentScan(basePackages = {
			"org.targetmonitor.submission.jdbc", "org.targetmonitor.reference.jdbc", "org.targetmonitor.account.jdbc" },
			useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE,
					classes = { Chains.class, SideChain.class, AuditChain.class }))
	@Import(DatabaseNotNamed.Check.class)
	static class Wiring {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

	public static boolean isAsked(String[] arguments) {
		return Arrays.asList(arguments).contains(OPTION) || Arrays.asList(arguments).contains(OPTION + "=true");
	}

	/**
	 * Verifies.
	 * @return the exit code: 0 if every chain holds, 1 if one is broken, 2 if there is
	 * none, 3 if it could not look
	 */
	public static int run(String[] arguments) {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.run(arguments)) {
			return verify(context, out);
		}
		catch (RuntimeException ex) {
			return unreadable(ex, out);
		}
	}

	/** Nothing is known of the chain then: not that it holds, not that it is broken. */
	private static int unreadable(Exception cause, PrintStream out) {
		out.printf("无法读取数据库，未作校验 / the database could not be read, nothing was verified:%n  %s%n",
				NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
		return UNREADABLE;
	}

	private static int verify(ApplicationContext context, PrintStream out) {
		try {
			List<ChainReport> reports = context.getBean(Chains.class).verifyAll();
			reports.forEach((report) -> say(report, out));
			AuditReport audit = context.getBean(AuditChain.class).verify();
			say(audit, out);
			boolean whole = audit.whole() && reports.stream().allMatch(ChainReport::whole);
			return !whole ? BROKEN : reports.isEmpty() ? UNKNOWN : WHOLE;
		}
		catch (BadSqlGrammarException ex) {
			if (!NOT_MIGRATED.contains(sqlState(ex))) {
				throw ex;
			}
			return withoutTables(context, ex, out);
		}
	}

	/** Tables that a migration made do not go by themselves. */
	private static int withoutTables(ApplicationContext context, BadSqlGrammarException missing, PrintStream out) {
		if (context.getBean(JdbcClient.class).sql(MADE).query(Boolean.class).single()) {
			String what = NestedExceptionUtils.getMostSpecificCause(missing).getMessage();
			out.printf("链断裂：数据库中的表或列已被移除 / the chain is broken: a table or column was removed:%n  %s%n", what);
			return BROKEN;
		}
		out.println("数据库中还没有链，请先启动一次监测系统 / there is no chain in this database yet: start the monitor once");
		return UNKNOWN;
	}

	private static String sqlState(BadSqlGrammarException ex) {
		return (ex.getSQLException() != null) ? String.valueOf(ex.getSQLException().getSQLState()) : "";
	}

	private static void say(ChainReport report, PrintStream out) {
		Chain.Head head = report.head();
		if (report.whole()) {
			out.printf("%s：链完整，共%d个链节 / the chain holds, %d links%n  %s%n", head.plan(), head.number(), head.number(),
					head.hash());
		}
		else {
			Text first = report.breaks().getFirst().sentence();
			out.printf("%s：链断裂，共%d处，首处： / the chain is broken in %d places, the first:%n  %s%n  %s%n", head.plan(),
					report.count(), report.count(), first.zh(), first.en());
		}
		ChainReport.Start start = report.start();
		if (start != null) {
			out.printf(
					"  起始封存：%s，启用数据链之前已有的%d条记录 / start of the chain: sealed %s over %d facts that were there before%n",
					start.sealedAt(), start.facts(), start.sealedAt(), start.facts());
		}
		report.notes().forEach((note) -> out.printf("  %s%n  %s%n", note.zh(), note.en()));
	}

	private static void say(AuditReport report, PrintStream out) {
		AuditChain.Head head = report.head();
		if (report.whole()) {
			out.printf("审计日志：链完整，共%d条 / audit: the chain holds, %d events%n  %s%n", head.number(), head.number(),
					head.hash());
		}
		else {
			Text first = report.breaks().getFirst().sentence();
			out.printf("审计日志：链断裂，共%d处，首处： / audit: the chain is broken in %d places, the first:%n  %s%n  %s%n",
					report.count(), report.count(), first.zh(), first.en());
		}
		AuditReport.Start start = report.start();
		if (start != null && start.events() > 0) {
			out.printf(
					"  起始封存：%s，启用审计链之前已有的%d条记录 / start of the chain: sealed %s over %d events that were there before%n",
					start.sealedAt(), start.events(), start.sealedAt(), start.events());
		}
		if (report.archived() > 0) {
			out.printf("  前%d条按配置已归档，未校验 / the first %d events are archived by configuration, not verified%n",
					report.archived(), report.archived());
		}
	}

}
