package dev.winslow.agent.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.stage.Gpu;
import org.junit.jupiter.api.Test;

class RocmSmiTest {
    /** As ROCm 5 prints it. */
    private static final String ROCM_5 = """
            {"card0": {"GPU use (%)": "37", "VRAM Total Memory (B)": "17163091968", "VRAM Total Used Memory (B)": "11145216",
             "Card series": "Navi 21 [Radeon RX 6800/6800 XT / 6900 XT]", "Card model": "0x0e3a",
             "Card vendor": "Advanced Micro Devices, Inc. [AMD/ATI]", "Card SKU": "001"},
             "system": {"Driver version": "5.18.13"}}
            """;

    /** As ROCm 6 prints it on a machine with several; cards come in any order. */
    private static final String ROCM_6 = """
            {"card1": {"GPU use (%)": "0", "VRAM Total Memory (B)": "206141652992", "VRAM Total Used Memory (B)": "297381888",
             "Card Series": "AMD Instinct MI300X OAM", "Card Model": "0x74a1", "Card Vendor": "Advanced Micro Devices, Inc. [AMD/ATI]",
             "Card SKU": "M3000100", "Subsystem ID": "0x74a1", "Device Rev": "0x00", "Node ID": "3", "GUID": "28851", "GFX Version": "gfx942"},
             "card0": {"GPU use (%)": "100", "VRAM Total Memory (B)": "206141652992", "VRAM Total Used Memory (B)": "190000000000",
             "Card Series": "N/A", "Card Model": "0x74a1", "GFX Version": "gfx942"},
             "system": {"Driver version": "6.8.5"}}
            """;

    @Test
    void readsACard() {
        assertThat(RocmSmi.parse(ROCM_5))
                .containsExactly(new Gpu(0, "Navi 21 [Radeon RX 6800/6800 XT / 6900 XT]", 17_163_091_968L, "5.18.13"));
        assertThat(RocmSmi.parseLoads(ROCM_5)).containsExactly(new GpuLoad(0, 0.37, 11_145_216));
    }

    @Test
    void readsSeveralOfANewerVersion() {
        assertThat(RocmSmi.parse(ROCM_6))
                .containsExactly(
                        new Gpu(0, "0x74a1", 206_141_652_992L, "6.8.5"),
                        new Gpu(1, "AMD Instinct MI300X OAM", 206_141_652_992L, "6.8.5"));
        assertThat(RocmSmi.parseLoads(ROCM_6))
                .containsExactly(new GpuLoad(0, 1, 190_000_000_000L), new GpuLoad(1, 0, 297_381_888));
    }

    @Test
    void passesOverWarningsAndWhatCardsDoNotTell() {
        String text = """
                WARNING: AMD GPU device(s) is/are in a low-power state. Check power control/runtime_status

                {"card0": {"GPU use (%)": "N/A", "Card Series": "AMD Radeon Graphics"}}
                """;

        assertThat(RocmSmi.parse(text)).containsExactly(new Gpu(0, "AMD Radeon Graphics", 0, ""));
        assertThat(RocmSmi.parseLoads(text)).containsExactly(new GpuLoad(0, 0, 0));
    }

    @Test
    void offersNothingWhereThereIsNoCard() {
        assertThat(RocmSmi.parse("")).isEmpty();
        assertThat(RocmSmi.parse("No JSON data to report")).isEmpty();
        assertThat(RocmSmi.parse("{\"system\": {\"Driver version\": \"6.8.5\"}}"))
                .isEmpty();
    }
}
