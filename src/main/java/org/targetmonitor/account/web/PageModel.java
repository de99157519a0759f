package org.targetmonitor.account.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the frame of every page needs: who looks, in which language, where. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

	@ModelAttribute("viewer")
	@Nullable Viewer viewer(@AuthenticationPrincipal @Nullable SignedIn user) {
		return (user != null && user.step() == null) ? Viewer.of(user.account()) : null;
	}

	/** Somebody whose sign-in is not whole yet: may go on, or sign out. */
	@ModelAttribute("halfSignedIn")
	boolean halfSignedIn(@AuthenticationPrincipal @Nullable SignedIn user) {
		return user != null && user.step() != null;
	}

	@ModelAttribute("locale")
	Locale locale(Locale locale) {
		return locale;
	}

	/** The page's own path, to mark it in the navigation. */
	@ModelAttribute("path")
	String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	/** The same page in the other language. */
	@ModelAttribute("otherLanguage")
	String otherLanguage(HttpServletRequest request, Locale locale) {
		String other = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "zh-CN" : "en";
		if (!request.getMethod().equals("GET")) {
			return "/?lang=" + other;
		}
		String query = ServletUriComponentsBuilder.fromRequest(request)
			.replaceQueryParam("lang", other)
			.build()
			.getQuery();
		return request.getRequestURI() + "?" + query;
	}

}
