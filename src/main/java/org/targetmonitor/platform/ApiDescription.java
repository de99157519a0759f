package org.targetmonitor.platform;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

import org.targetmonitor.input.Fields;

/**
 * The description of the API: whatever every address can answer is added to what each
 * says of itself.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	private static final String PROBLEM = "Problem";

	private static final String TEXT = text();

	/** What any address may answer. */
	private static final Map<String, String> ALWAYS = Map.of("400",
			"The request cannot be read, or a query parameter is unknown", "401", "Nobody is signed in", "403",
			"The account may not do this", "406", "The format asked for is not there", "429",
			"Too many wrong passwords", "503", "The database is not available");

	/** What an address that takes a document may answer besides. */
	private static final Map<String, String> WITH_DOCUMENT = Map.of("408", "The document came too slowly", "413",
			"The document is too large", "415", "The content type, its charset or its encoding is not taken", "422",
			"The document is refused, with every fault");

	@Bean
	ModelConverter recordsAsAnswered() {
		return new RecordSchemas();
	}

	@Bean
	OpenAPI openApi(@Value("classpath:openapi/documents.json") Resource documents) throws IOException {
		OpenAPI api = new OpenAPI().info(new Info().title("目标监测系统 Target monitor")
			.version("1")
			.description("Plans with their targets, figures with their revisions, and how every target stands. "
					+ "Errors are problems (RFC 9457) with one entry per fault, in the language of Accept-Language; "
					+ "a query parameter that an address does not know is refused."))
			.components(new Components().addSchemas(PROBLEM, problem())
				.addSchemas("Fault", fault())
				.addSecuritySchemes("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
				.addSecuritySchemes("token",
						new SecurityScheme().type(SecurityScheme.Type.HTTP)
							.scheme("bearer")
							.description("An access token made on the page 我的账号 (/me)")))
			.addSecurityItem(new SecurityRequirement().addList("basic"))
			.addSecurityItem(new SecurityRequirement().addList("token"));
		Json31.mapper().readValue(documents.getContentAsByteArray(), new TypeReference<Map<String, Schema<?>>>() {
		}).forEach(api.getComponents()::addSchemas);
		return api;
	}

	@Bean
	OpenApiCustomizer whatEveryAddressAnswers() {
		return (api) -> api.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> describe(path, method, operation)));
	}

	private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
		if (operation.getParameters() != null) {
			operation.getParameters().forEach(ApiDescription::describe);
		}
		if (operation.getRequestBody() != null) {
			operation.getRequestBody().setRequired(!path.endsWith("/approval"));
		}
		Map<String, String> refusals = new LinkedHashMap<>(ALWAYS);
		if (path.contains("{")) {
			refusals.put("404", "There is nothing of this name");
		}
		if (method != PathItem.HttpMethod.GET) {
			refusals.putAll(WITH_DOCUMENT);
			refusals.put("409", "Overtaken by what was recorded meanwhile, or what it is about is closed or decided");
		}
		if (operation.getParameters() != null && operation.getParameters()
			.stream()
			.anyMatch((parameter) -> Set.of("asOf", "area").contains(parameter.getName()))) {
			refusals.put("422", "A query parameter has a value that is refused");
		}
		refusals.forEach((status, words) -> operation.getResponses()
			.computeIfAbsent(status, (missing) -> refusal(words, Set.of("429", "503").contains(missing))));
		operation.getResponses().values().stream().filter((answer) -> answer.getContent() != null).forEach((answer) -> {
			// Nothing is answered in every format there is
			var any = answer.getContent().remove("*/*");
			if (any != null) {
				answer.getContent().addMediaType("application/json", any);
			}
		});
	}

	/** What a parameter can be, by its name. */
	private static void describe(Parameter parameter) {
		Schema<?> schema = own(parameter.getSchema());
		parameter.setSchema(schema);
		switch (parameter.getName()) {
			// As a filter it may be anything: what no indicator is called finds nothing
			case "plan", "indicator" ->
				schema.pattern("query".equals(parameter.getIn()) ? TEXT : "^[a-z0-9]+(-[a-z0-9]+)*$");
			case "username" -> schema.pattern("^[a-z0-9._-]+$");
			case "number" -> schema.minimum(BigDecimal.ONE);
			case "area" -> schema.pattern("^([0-9]{6}([0-9]{3}([0-9]{3})?)?|[A-Z]{2}(-[A-Za-z0-9]+)*)$");
			case "year" -> parameter.setDescription("The plans' year");
			case "page" -> parameter.setDescription("Which page, from 1; beyond the last one nothing is listed");
			case "act" -> choice(schema, List.of("replies", "return", "closing"));
			case "format" -> choice(schema, List.of("json", "csv", "sdmx-csv", "xlsx"));
			case "asOf" -> {
				schema.pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
						+ "(T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,9})?Z)?$");
				parameter.setDescription("A past day, meaning its end, or a past moment");
			}
			case "document-date" -> schema.format("date");
			case "Idempotency-Key" -> schema.pattern("^[ -~]{0,200}$");
			default -> schema.pattern(TEXT);
		}
	}

	/**
	 * A text without what nobody sees, as {@link Fields#isText} has it. Halves of pairs
	 * of surrogates are no characters, and engines of regular expressions do not take
	 * them.
	 */
	private static String text() {
		StringBuilder unseen = new StringBuilder();
		for (int from = nextUnseen(0); from <= Character.MAX_CODE_POINT; from = nextUnseen(from)) {
			int to = from;
			while (to < Character.MAX_CODE_POINT && isUnseen(to + 1)) {
				to++;
			}
			unseen.append(inPattern(from)).append('-').append(inPattern(to));
			from = to + 1;
		}
		return "^[^" + unseen + "]*$";
	}

	private static String inPattern(int character) {
		return Character.isBmpCodePoint(character) ? String.format(Locale.ROOT, "\\u%04x", character)
				: Character.toString(character);
	}

	private static int nextUnseen(int from) {
		int next = from;
		while (next <= Character.MAX_CODE_POINT && !isUnseen(next)) {
			next++;
		}
		return next;
	}

	private static boolean isUnseen(int character) {
		return Character.getType(character) != Character.SURROGATE
				&& !Fields.isText(Character.toString(character), Character.charCount(character));
	}

	/** Parameters of one type come with one schema between them. */
	private static Schema<?> own(Schema<?> shared) {
		Schema<Object> schema = new Schema<>();
		schema.setType(shared.getType());
		schema.setFormat(shared.getFormat());
		schema.setTypes(shared.getTypes());
		schema.setSpecVersion(shared.getSpecVersion());
		schema.setDefault(shared.getDefault());
		return schema;
	}

	@SuppressWarnings("unchecked")
	private static void choice(Schema<?> schema, List<String> words) {
		((Schema<String>) schema).setEnum(words);
	}

	private static ApiResponse refusal(String words, boolean later) {
		ApiResponse answer = new ApiResponse().description(words)
			.content(new Content().addMediaType("application/problem+json",
					new io.swagger.v3.oas.models.media.MediaType().schema(reference(PROBLEM))));
		return later
				? answer.addHeaderObject("Retry-After",
						new Header().description("After how many seconds to try again").schema(new IntegerSchema()))
				: answer;
	}

	private static Schema<?> problem() {
		return new ObjectSchema().description("A problem (RFC 9457)")
			.addProperty("type", new StringSchema())
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema().description("The first fault and how many there are"))
			.addProperty("instance", new StringSchema().description("The address that was asked"))
			.addProperty("errors", new ArraySchema().items(reference("Fault")).maxItems(100))
			.addProperty("more", new IntegerSchema().description("How many faults are not listed"))
			.addRequiredItem("title")
			.addRequiredItem("status");
	}

	private static Schema<?> fault() {
		return new ObjectSchema().description("One thing that is wrong")
			.addProperty("line", new IntegerSchema())
			.addProperty("subject", new StringSchema().description("The target or figure it is about"))
			.addProperty("field", new StringSchema())
			.addProperty("rule", new StringSchema().description("The name of the rule, for programs"))
			.addProperty("reason", new StringSchema().description("The reason, in the caller's language"))
			.addRequiredItem("field")
			.addRequiredItem("rule")
			.addRequiredItem("reason");
	}

	private static Schema<?> reference(String name) {
		return new Schema<>().$ref("#/components/schemas/" + name);
	}

}
