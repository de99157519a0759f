package org.targetmonitor.oversight;

import java.util.Locale;
import java.util.Set;

import org.targetmonitor.input.Text;

/** Where a supervision order stands, and what may be done with it there. */
public enum OrderState {

	OPEN("待回复", "open", OrderAct.Kind.REPLIED, OrderAct.Kind.CLOSED),
	OVERDUE("逾期未回复", "overdue", OrderAct.Kind.REPLIED, OrderAct.Kind.CLOSED),
	REPLIED("已回复", "replied", OrderAct.Kind.RETURNED, OrderAct.Kind.CLOSED), CLOSED("已办结", "closed"),

	/** The plan closed before the order was: nothing may be done with it any more. */
	LAPSED("计划关闭时未办结", "not settled when the plan closed");

	private final Text words;

	private final Set<OrderAct.Kind> allows;

	OrderState(String zh, String en, OrderAct.Kind... allows) {
		this.words = new Text(zh, en);
		this.allows = Set.of(allows);
	}

	/** The word the API and filters use. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public Text words() {
		return this.words;
	}

	/** Whether nothing more is to be done there. */
	public boolean isOver() {
		return this.allows.isEmpty();
	}

	public boolean allows(OrderAct.Kind act) {
		return this.allows.contains(act);
	}

}
