package org.targetmonitor.plan;

import java.util.Arrays;
import java.util.Map;

import org.targetmonitor.input.Text;

/** Names the keys of a plan file for people. */
public final class PlanKeys {

	private static final Map<String, Text> WORDS = Map.ofEntries(Map.entry("goal", new Text("达标条件", "goal")),
			Map.entry("wording", new Text("原文", "wording")), Map.entry("name", new Text("名称", "name")),
			Map.entry("zh", new Text("中文", "Chinese")), Map.entry("en", new Text("英文", "English")),
			Map.entry("measure", new Text("计量方式", "measure")), Map.entry("unit", new Text("计量单位", "unit")),
			Map.entry("decimals", new Text("小数位数", "decimals")), Map.entry("prices", new Text("价格基础", "prices")),
			Map.entry("per", new Text("口径", "per head or total")), Map.entry("reported", new Text("报送频率", "reported")),
			Map.entry("periods", new Text("报告期", "periods")), Map.entry("due", new Text("报送期限", "due")),
			Map.entry("lagging-below", new Text("滞后界限", "band of lagging")),
			Map.entry("reading", new Text("读法", "reading")), Map.entry("direction", new Text("方向", "direction")),
			Map.entry("department", new Text("报送单位", "department")), Map.entry("lead", new Text("牵头单位", "lead")),
			Map.entry("nature", new Text("性质", "nature")), Map.entry("level-unit", new Text("总量单位", "level unit")),
			Map.entry("under", new Text("所属下达任务", "under")), Map.entry("assigned", new Text("下达文件", "assigned")),
			Map.entry("document", new Text("文件", "document")), Map.entry("date", new Text("日期", "date")),
			Map.entry("parts", new Text("分解", "parts")), Map.entry("milestones", new Text("节点计划", "milestones")),
			Map.entry("weight", new Text("权重", "weight")), Map.entry("at-least", new Text("不低于", "at least")),
			Map.entry("at-most", new Text("不高于", "at most")), Map.entry("about", new Text("左右", "about")),
			Map.entry("tolerance", new Text("容差", "tolerance")), Map.entry("between", new Text("区间", "between")),
			Map.entry("stretch", new Text("力争", "stretch")), Map.entry("in-step-with", new Text("同步于", "in step with")),
			Map.entry("elasticity", new Text("弹性系数", "elasticity")), Map.entry("of", new Text("比较对象", "of")),
			Map.entry("faster-than", new Text("快于", "faster than")), Map.entry("complete", new Text("完成", "complete")),
			Map.entry("assigned-by", new Text("下达单位", "assigned by")),
			Map.entry("expects", new Text("应下达的数", "expected numbers")), Map.entry("code", new Text("代码", "code")),
			Map.entry("above", new Text("突破", "above")), Map.entry("below", new Text("小于", "below")),
			Map.entry("both", new Text("两侧", "both sides")),
			Map.entry("compared-with", new Text("对比", "compared with")), Map.entry("change", new Text("变动", "change")),
			Map.entry("from", new Text("起点", "from")), Map.entry("then", new Text("第二步", "second step")),
			Map.entry("share-of", new Text("份额", "share of")), Map.entry("part", new Text("部分", "part")),
			Map.entry("whole", new Text("整体", "whole")), Map.entry("and", new Text("第二项条件", "second condition")),
			Map.entry("level", new Text("总量", "level")), Map.entry("path", new Text("路径", "path")),
			Map.entry("by", new Text("推进方式或高出幅度", "by")), Map.entry("pace", new Text("进度依据", "pace")),
			Map.entry("deadline", new Text("期限", "deadline")),
			Map.entry("ahead-by", new Text("超进度界限", "band of ahead")),
			Map.entry("slower-than", new Text("低于另一项", "slower than")),
			Map.entry("not-above", new Text("不高于另一项", "not above")),
			Map.entry("not-below", new Text("不低于另一项", "not below")),
			Map.entry("statement", new Text("定性", "statement")), Map.entry("none", new Text("仅监测", "monitored only")),
			Map.entry("indicator", new Text("指标代码", "indicator")),
			Map.entry("accumulates", new Text("累计方式", "accumulates")), Map.entry("early", new Text("可提前报送", "early")),
			Map.entry("status-words", new Text("数据状态用语", "words of status")),
			Map.entry("scope", new Text("可比口径", "scope")), Map.entry("part-of", new Text("所属总体", "part of")),
			Map.entry("quotient-of", new Text("商的构成", "quotient of")),
			Map.entry("numerator", new Text("分子", "numerator")),
			Map.entry("denominator", new Text("分母", "denominator")), Map.entry("country", new Text("国家或地区", "country")),
			Map.entry("parent", new Text("上级地区", "area above")), Map.entry("beside", new Text("附加计划", "stands beside")),
			Map.entry("year-before", new Text("上年计划", "year before")),
			Map.entry("working-days-after-period", new Text("期后工作日数", "working days after the period")),
			Map.entry("months-after-period", new Text("期后月数", "months after the period")));

	private PlanKeys() {
	}

	/**
	 * The words of a path such as {@code goal.at-least} or {@code parts[1].weight}; what
	 * has no words stays as it is written.
	 */
	public static Text words(String path) {
		return Text.join(Arrays.stream(path.split("\\.", -1)).map(PlanKeys::part).toList(), new Text("：", ": "));
	}

	private static Text part(String key) {
		int bracket = key.indexOf('[');
		String name = (bracket < 0) ? key : key.substring(0, bracket);
		String number = (bracket < 0) ? "" : key.substring(bracket + 1, key.length() - 1);
		Text words = WORDS.getOrDefault(name, Text.same(name));
		return number.isEmpty() ? words : Text.format("%s第%s项", "%s %s", words, number);
	}

}
