package org.targetmonitor.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import org.targetmonitor.account.PasswordRules;

/** Says in words what to do about a missing administrator's password. */
class AdministratorWithoutPasswordAnalyzer extends AbstractFailureAnalyzer<AdministratorWithoutPassword> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AdministratorWithoutPassword cause) {
		return new FailureAnalysis(cause.getMessage(),
				"请设置环境变量 TARGETMONITOR_ADMIN_PASSWORD（至少%1$d个字符，含大小写字母、数字、符号中的三类；%2$d个字符以上的，两类即可）。%nSet TARGETMONITOR_ADMIN_PASSWORD to at least %1$d characters of three kinds, or %2$d of two; not a common one."
					.formatted(PasswordRules.SHORTEST, PasswordRules.LONG),
				cause);
	}

}
