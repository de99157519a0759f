package org.targetmonitor.report.web;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jackson.JacksonMixin;

import org.targetmonitor.report.FigureTable;

/** What a figure says beside its number is answered beside the number. */
@JacksonMixin(FigureTable.Row.class)
interface FlatFigure {

	@JsonAnyGetter
	Map<String, @Nullable String> details();

}
