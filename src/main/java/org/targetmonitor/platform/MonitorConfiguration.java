package org.targetmonitor.platform;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.targetmonitor.metrics.Exposition;
import org.targetmonitor.oversight.OversightDesk;
import org.targetmonitor.oversight.OversightLedger;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.platform.watch.DatabaseWatch;
import org.targetmonitor.plan.PlanEffects;
import org.targetmonitor.progress.Aftermath;
import org.targetmonitor.progress.Facts;
import org.targetmonitor.progress.KeptRecords;
import org.targetmonitor.progress.Records;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.reference.ReferenceImport;
import org.targetmonitor.reference.ReferenceLedger;
import org.targetmonitor.submission.BaseShareImport;
import org.targetmonitor.submission.BaseShareLedger;
import org.targetmonitor.submission.Ledger;
import org.targetmonitor.submission.Reviews;
import org.targetmonitor.submission.Submissions;

/** The parts that are plain Java, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MonitorProperties.class)
class MonitorConfiguration {

	@Bean
	BaseShareImport baseShareImport(BaseShareLedger ledger) {
		return new BaseShareImport(ledger);
	}

	@Bean
	ReferenceImport referenceImport(ReferenceLedger ledger, @Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		return new ReferenceImport(ledger, zone);
	}

	@Bean
	Submissions submissions(Ledger ledger, Clock clock) {
		return new Submissions(ledger, clock, UUID::randomUUID);
	}

	@Bean
	Reviews reviews(Ledger ledger, Clock clock) {
		return new Reviews(ledger, clock);
	}

	@Bean
	OversightDesk oversightDesk(OversightLedger ledger) {
		return new OversightDesk(ledger);
	}

	@Bean
	Facts facts(Records records) {
		return new KeptRecords(records);
	}

	/* How old a standing is, is asked by others' clocks: no set clock counts for that */
	@Bean
	Standings standings(Facts facts, WorkingDays calendar, Clock clock) {
		return new Standings(facts, calendar, clock, Clock.systemUTC());
	}

	@Bean
	PlanEffects planEffects(Standings standings) {
		return new Aftermath(standings);
	}

	@Bean
	Exposition exposition(Standings standings, PrometheusMeterRegistry registry, DatabaseWatch database) {
		return new Exposition(standings, () -> registry.getPrometheusRegistry().scrape(), database::isAvailable);
	}

}
