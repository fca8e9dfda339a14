package dev.winslow.engine.pipeline;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Makes every error of the XML parser an exception; the JDK's own handler prints them. */
final class StrictErrors implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) {
        // A warning of the parser is about grammars, which are not used here.
    }

    @Override
    public void error(SAXParseException exception) throws SAXParseException {
        throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXParseException {
        throw exception;
    }
}
