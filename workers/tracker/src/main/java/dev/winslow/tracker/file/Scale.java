package dev.winslow.tracker.file;

import java.util.Optional;

/** {@code scale.json}: from pixels of the reference frame to metres. */
public record Scale(Optional<double[]> toMetres, String source, Optional<Double> rmsMetres) {}
