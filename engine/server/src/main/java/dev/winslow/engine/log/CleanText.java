package dev.winslow.engine.log;

/** Makes a line's text one that every database, every page and every terminal takes, whoever sent it. */
final class CleanText {
    static final int LONGEST = 1 << 16;

    private CleanText() {}

    /** One line without zeros and halves of characters, and of bearable length. */
    static String of(String text) {
        String bearable = text.length() <= LONGEST ? text : cut(text);
        return isPlain(bearable) ? bearable : cleaned(bearable);
    }

    /** As nearly all are; a loop, because every line of every stage comes by here. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each != '\t' && (each < ' ' || Character.isSurrogate(each))) {
                return false;
            }
        }
        return true;
    }

    private static String cut(String text) {
        return text.substring(0, LONGEST) + " [cut: %,d characters more]".formatted(text.length() - LONGEST);
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(CleanText::cleaned).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int cleaned(int codePoint) {
        return switch (codePoint) {
            case 0 -> '\u2400';
            case '\n', '\r' -> ' ';
            default -> Character.getType(codePoint) == Character.SURROGATE ? '\ufffd' : codePoint;
        };
    }
}
