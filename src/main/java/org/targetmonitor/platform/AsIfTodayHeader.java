package org.targetmonitor.platform;

import java.io.IOException;
import java.time.LocalDate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says on every answer, and to every page, that the monitor's clock is set to another
 * day.
 */
final class AsIfTodayHeader extends OncePerRequestFilter {

	static final String HEADER = "Targetmonitor-As-If-Today";

	private final @Nullable LocalDate day;

	AsIfTodayHeader(@Nullable LocalDate day) {
		this.day = day;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.day != null) {
			response.setHeader(HEADER, this.day.toString());
			request.setAttribute("asIfToday", this.day);
		}
		chain.doFilter(request, response);
	}

}
