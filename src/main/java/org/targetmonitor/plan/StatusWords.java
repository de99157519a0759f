package org.targetmonitor.plan;

import java.util.regex.Pattern;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * What a figure is called before and after it is settled. Only what accounts are drawn up
 * of is 核算 and 核实: output with its parts, and the use of energy. Money of a budget ends
 * in 决算, everything else in the yearly returns.
 */
public enum StatusWords {

	ACCOUNTS("accounts", "初步核算", "最终核实"), BUDGET("budget", "快报数", "决算数"), RETURNS("returns", "快报数", "年报数");

	/** What names output or its parts only to be held against it. */
	private static final Pattern BESIDE_OUTPUT = Pattern.compile(
			"(?:占|相当于|与)(?:地区|国内|全[国省市区县])?(?:生产总值|GDP)|(?:每?[百千万亿]+元|单位)(?:地区|国内)?(?:生产总值|GDP|(?:工业|农业|建筑业|服务业)?增加值)",
			Pattern.CASE_INSENSITIVE);

	/** The monthly returns of firms above a size are no accounts. */
	private static final Pattern FIRMS = Pattern.compile("规模以上|规上");

	private static final Pattern NAMES_ACCOUNTS = Pattern.compile("生产总值|增加值|GDP|能耗|电耗|能源消[费耗]|碳排放|碳强度|二氧化碳",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NAMES_BUDGET = Pattern.compile("预算|财政.*(?:收入|支出)");

	/** As codes say it, of what has no name here. */
	private static final Pattern CODES_ACCOUNTS = Pattern
		.compile("^(?:real-|nominal-)?(?:gdp|grp)(?:$|-)|value-added|energy-(?:intensity|use|consumption)");

	private static final Pattern CODES_BUDGET = Pattern.compile("(?:^|-)(?:fiscal|budget)(?:$|-)");

	private final String key;

	private final Text preliminary;

	private final Text settled;

	StatusWords(String key, String preliminary, String settled) {
		this.key = key;
		this.preliminary = new Text(preliminary, "preliminary");
		this.settled = new Text(settled, "final");
	}

	/** As a plan file says it. */
	public String key() {
		return this.key;
	}

	/** Both, for people. */
	public Text words() {
		return new Text(this.preliminary.zh() + "、" + this.settled.zh(), switch (this) {
			case ACCOUNTS -> "of accounts";
			case BUDGET -> "of a budget";
			case RETURNS -> "of returns";
		});
	}

	public Text preliminary() {
		return this.preliminary;
	}

	public Text settled() {
		return this.settled;
	}

	/** What an indicator of that name is called by where its plan says nothing else. */
	static StatusWords ofName(String name) {
		String itself = BESIDE_OUTPUT.matcher(name).replaceAll("");
		if (NAMES_ACCOUNTS.matcher(itself).find() && !FIRMS.matcher(name).find()) {
			return ACCOUNTS;
		}
		return NAMES_BUDGET.matcher(name).find() ? BUDGET : RETURNS;
	}

	/** As {@link #ofName}, of a code that stands without a name. */
	public static StatusWords ofCode(String code) {
		return CODES_ACCOUNTS.matcher(code).find() ? ACCOUNTS : CODES_BUDGET.matcher(code).find() ? BUDGET : RETURNS;
	}

	/** The Chinese name of an entry of a plan file; empty where it has none. */
	static String named(Node name) {
		Node zh = (name instanceof Node.Mapping both) ? both.entries().get("zh") : name;
		return (zh instanceof Node.Scalar scalar) ? scalar.text() : "";
	}

}
