package org.targetmonitor.platform;

import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import org.targetmonitor.account.AuditChain;

/**
 * Writes down where the audit's chain ends, in the log: who rewrites the database cannot
 * take it back there. Not of each event, as with links of a plan, since the audit is
 * long.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditHeadLog {

	private static final Logger log = LoggerFactory.getLogger(AuditHeadLog.class);

	private final AuditChain chain;

	private final AtomicLong told = new AtomicLong();

	AuditHeadLog(AuditChain chain) {
		this.chain = chain;
	}

	@Scheduled(fixedDelayString = "${targetmonitor.audit-head-every:1h}")
	void tell() {
		try {
			AuditChain.Head head = this.chain.head();
			if (this.told.getAndSet(head.number()) != head.number()) {
				log.info("audit: event {} has hash {}", head.number(), head.hash());
			}
		}
		catch (DataAccessException ex) {
			log.debug("the end of the audit could not be read", ex);
		}
	}

}
