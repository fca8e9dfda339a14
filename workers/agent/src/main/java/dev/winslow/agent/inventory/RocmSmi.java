package dev.winslow.agent.inventory;

import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.stage.Gpu;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AMD's GPUs by the program of ROCm. Its versions differ in the case of what they name, and some print warnings before the JSON. */
final class RocmSmi {
    private static final Logger LOG = LoggerFactory.getLogger(RocmSmi.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CARD = Pattern.compile("card(\\d+)");
    private static final List<String> COMMAND = List.of(
            "rocm-smi", "--showproductname", "--showmeminfo", "vram", "--showuse", "--showdriverversion", "--json");

    private RocmSmi() {}

    static List<Gpu> gpus() throws InterruptedException {
        return Asked.answer(COMMAND).map(RocmSmi::parse).orElse(List.of());
    }

    static List<GpuLoad> loads() throws InterruptedException {
        return Asked.answer(COMMAND).map(RocmSmi::parseLoads).orElse(List.of());
    }

    static List<Gpu> parse(String text) {
        JsonNode all = json(text);
        String driver = field(all.path("system"), "Driver version").orElse("");
        return cards(all, (index, card) -> new Gpu(index, name(card), number(card, "VRAM Total Memory (B)"), driver));
    }

    static List<GpuLoad> parseLoads(String text) {
        return cards(
                json(text),
                (index, card) -> new GpuLoad(
                        index, number(card, "GPU use (%)") / 100.0, number(card, "VRAM Total Used Memory (B)")));
    }

    private static <T> List<T> cards(JsonNode all, BiFunction<Integer, JsonNode, T> reader) {
        record Card(int index, JsonNode content) {}
        return all.properties().stream()
                .flatMap(entry -> {
                    Matcher card = CARD.matcher(entry.getKey());
                    return card.matches()
                            ? Stream.of(new Card(Integer.parseInt(card.group(1)), entry.getValue()))
                            : Stream.empty();
                })
                .sorted(Comparator.comparingInt(Card::index))
                .map(card -> reader.apply(card.index(), card.content()))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.substring(Math.max(0, text.indexOf('{'))));
        } catch (JacksonException unreadable) {
            LOG.warn("rocm-smi answered no JSON, so no GPU of AMD is offered: {}", unreadable.getOriginalMessage());
            return JSON.createObjectNode();
        }
    }

    private static String name(JsonNode card) {
        return Stream.of("Card series", "Card model", "Card SKU")
                .flatMap(name -> field(card, name).stream())
                .findFirst()
                .orElse("AMD GPU");
    }

    /** Empty where the card does not tell it. */
    private static Optional<String> field(JsonNode card, String name) {
        return card.properties().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .map(value -> value.asString("").strip())
                .filter(value -> !value.isEmpty() && !value.equals("N/A"))
                .findFirst();
    }

    private static long number(JsonNode card, String name) {
        return field(card, name)
                .filter(value -> value.chars().allMatch(Character::isDigit))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
