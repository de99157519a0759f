package org.targetmonitor.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.targetmonitor.input.Text;

/** What the audit tells apart. */
public enum AuditAction {

	SIGN_IN("登录", "sign-in"), SIGN_OUT("退出登录", "sign-out"), PASSWORD("修改密码", "password changed"),
	SECOND_FACTOR("第二因素", "second factor"), TOKEN("访问令牌", "token"), ACCOUNT("账号", "account"),
	PLAN("计划", "plan recorded"), SUBMIT("报送", "submission"), APPROVE("审核通过", "approval"), RETURN("退回", "return"),
	REMIND("催报", "reminder"), OVERSIGHT("督办与偏差认可", "oversight"), REFERENCE("参照数据", "reference figures"),
	EXPORT("导出", "export"), CHAIN("链校验", "chain check"),
	/** What somebody wrote into the table past the monitor. */
	UNKNOWN("无法识别的操作", "unknown action");

	private final Text words;

	AuditAction(String zh, String en) {
		this.words = new Text(zh, en);
	}

	/** The name that filters, the CSV and the database use, such as {@code sign-in}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The action with a key, if there is one. */
	public static Optional<AuditAction> of(String key) {
		return Arrays.stream(values()).filter((action) -> action.key().equals(key)).findFirst();
	}

	public Text words() {
		return this.words;
	}

}
