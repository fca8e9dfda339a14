package dev.winslow.tracker.evaluate;

/**
 * How well tracks agree with the truth: MOTA (Bernardin and Stiefelhagen 2008), IDF1 (Ristani et al. 2016), precision and recall at one overlap,
 * HOTA (Luiten et al. 2021) over overlaps from .05 to .95.
 */
public record MotMeasures(
        double mota,
        double idf1,
        double hota,
        double precision,
        double recall,
        int switches,
        int truths,
        int matches) {}
