package org.targetmonitor.platform;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.targetmonitor.submission.Chains;

/**
 * Seals at start what plans held before there were chains, so that an upgraded database
 * is covered from its first start on.
 */
@Component
@Order(2)
class ChainStart implements ApplicationRunner {

	private final Chains chains;

	ChainStart(Chains chains) {
		this.chains = chains;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.chains.heads().forEach((head) -> this.chains.begin(head.plan()));
	}

}
