package org.targetmonitor.submission.sheet;

import java.io.ByteArrayInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a workbook, read once from its beginning to its end. Names count without
 * their name space, for strict files have others than transitional ones.
 */
final class XmlPart {

	private static final XMLInputFactory FACTORY = factory();

	private final XMLStreamReader reader;

	private XmlPart(XMLStreamReader reader) {
		this.reader = reader;
	}

	/** Takes the elements as they come. */
	interface Listener {

		void start(String element, XmlPart part);

		default void text(XmlPart part) {
		}

		default void end(String element) {
		}

	}

	/**
	 * Reads a part.
	 * @throws Unreadable if it is no well-formed XML
	 */
	static void read(byte[] content, Listener listener) {
		try {
			XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
			XmlPart part = new XmlPart(reader);
			while (reader.hasNext()) {
				switch (reader.next()) {
					case XMLStreamConstants.START_ELEMENT -> listener.start(reader.getLocalName(), part);
					case XMLStreamConstants.END_ELEMENT -> listener.end(reader.getLocalName());
					case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
						listener.text(part);
					default -> {
					}
				}
			}
		}
		catch (XMLStreamException ex) {
			throw new Unreadable(SheetFile.DAMAGED, ex);
		}
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	/** An attribute of the present element, empty where it has none. */
	String attribute(String name) {
		for (int index = 0; index < this.reader.getAttributeCount(); index++) {
			if (this.reader.getAttributeLocalName(index).equals(name)) {
				return this.reader.getAttributeValue(index);
			}
		}
		return "";
	}

	boolean isTrue(String attribute) {
		String value = attribute(attribute);
		return value.equals("1") || value.equals("true");
	}

	/** A whole number, or what stands for none. */
	int number(String attribute, int otherwise) {
		String value = attribute(attribute).strip();
		// Most cells have none, and an exception for each of a million takes long
		boolean digits = !value.isEmpty() && value.length() < 10
				&& value.chars().allMatch((character) -> character >= '0' && character <= '9');
		return digits ? Integer.parseInt(value) : otherwise;
	}

	/** Adds the present text as far as it fits, so that no text grows beyond a bound. */
	void appendTo(StringBuilder text, int most) {
		int length = Math.min(this.reader.getTextLength(), Math.max(most - text.length(), 0));
		text.append(this.reader.getTextCharacters(), this.reader.getTextStart(), length);
	}

}
