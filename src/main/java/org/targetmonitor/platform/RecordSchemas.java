package org.targetmonitor.platform;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetmonitor.submission.Detail;

/**
 * Describes records as they are answered: keys with hyphens, what may be null or absent,
 * what is always there. The library that makes the description knows none of that.
 */
final class RecordSchemas implements ModelConverter {

	private static final String REFERENCE = "#/components/schemas/";

	@Override
	public @Nullable Schema<?> resolve(io.swagger.v3.core.converter.AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		JavaType java = Json.mapper().constructType(type.getType());
		Class<?> raw = (java != null) ? java.getRawClass() : Object.class;
		if (!raw.isRecord() || !raw.getName().startsWith("org.targetmonitor.")) {
			return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		}
		String name = name(raw);
		if (!context.getDefinedModels().containsKey(name)) {
			// First the name, as a record may hold others of its own kind
			context.defineModel(name, new Schema<>());
			context.defineModel(name, schema(raw, context));
		}
		return new Schema<>().$ref(REFERENCE + name);
	}

	/** Records of one name stand in several documents. */
	private static String name(Class<?> record) {
		Class<?> around = record.getEnclosingClass();
		return (around != null) ? name(around).replaceAll("(Document|Controller)$", "") + record.getSimpleName()
				: record.getSimpleName();
	}

	private static Schema<?> schema(Class<?> record, ModelConverterContext context) {
		JsonInclude include = record.getAnnotation(JsonInclude.class);
		boolean absent = include != null && include.value() == JsonInclude.Include.NON_NULL;
		Schema<?> schema = new Schema<>();
		schema.setTypes(Set.of("object"));
		List<String> required = new ArrayList<>();
		for (RecordComponent component : record.getRecordComponents()) {
			if (component.getName().equals("details")) {
				// What a figure says beside its number stands beside the number
				Detail.all().map(Detail::key).forEach((key) -> {
					schema.addProperty(key, orNull(property(String.class, context)));
					required.add(key);
				});
				continue;
			}
			AnnotatedType type = component.getAnnotatedType();
			boolean nullable = type.isAnnotationPresent(Nullable.class);
			Schema<?> property = property(component.getGenericType(), context);
			String key = key(component.getName());
			schema.addProperty(key, (nullable && !absent) ? orNull(property) : property);
			if (!nullable || !absent) {
				required.add(key);
			}
		}
		schema.setRequired(required);
		return schema;
	}

	private static Schema<?> property(Type type, ModelConverterContext context) {
		JavaType java = Json.mapper().constructType(type);
		Schema<?> schema = new Schema<>();
		if (java.isCollectionLikeType()) {
			schema.setTypes(Set.of("array"));
			return schema.items(property(java.getContentType(), context));
		}
		if (java.isMapLikeType()) {
			// The only maps that are answered are faults
			return schema.$ref(REFERENCE + "Fault");
		}
		return context.resolve(new io.swagger.v3.core.converter.AnnotatedType(type));
	}

	private static Schema<?> orNull(Schema<?> schema) {
		if (schema.get$ref() != null) {
			Schema<?> nothing = new Schema<>();
			nothing.setTypes(Set.of("null"));
			return new Schema<>().anyOf(List.of(schema, nothing));
		}
		Set<String> types = new TreeSet<>(Set.of("null"));
		types.addAll((schema.getTypes() != null) ? schema.getTypes() : Set.of(schema.getType()));
		// Another one: schemas of simple types are shared
		Schema<?> orNull = new Schema<>();
		orNull.setFormat(schema.getFormat());
		orNull.setItems(schema.getItems());
		orNull.setTypes(types);
		return orNull;
	}

	/** As plan files and submissions are written. */
	private static String key(String name) {
		return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
	}

}
