package org.targetmonitor.platform.newcomer;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.security.crypto.password.PasswordEncoder;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.platform.embedded.NewcomerMode;
import org.targetmonitor.submission.BaseShareImport;
import org.targetmonitor.submission.BaseShareLedger;
import org.targetmonitor.submission.Reviews;
import org.targetmonitor.submission.Submissions;

/**
 * What only {@code mvn spring-boot:run} starts; without the embedded database there is
 * none of it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NewcomerMode.class)
class NewcomerConfiguration {

	@Bean
	DemoAccounts demoAccounts(Accounts accounts, PasswordEncoder passwords) {
		return new DemoAccounts(accounts, passwords);
	}

	@Bean
	ShippedFigures shippedFigures(@Value("classpath:newcomer/*.csv") Resource[] files, Plans plans,
			Submissions submissions, Reviews reviews, WorkingDays calendar, Clock clock) {
		return new ShippedFigures(List.of(files), plans, submissions, reviews, calendar, clock);
	}

	@Bean
	ShippedShares shippedShares(@Value("classpath:newcomer/base-shares/*.csv") Resource[] files, Plans plans,
			BaseShareImport shares, BaseShareLedger ledger, Clock clock) {
		return new ShippedShares(List.of(files), plans, shares, ledger, clock);
	}

	@Bean
	Welcome welcome(@Value("${targetmonitor.data-directory:./data}") String dataDirectory) {
		return new Welcome(dataDirectory);
	}

}
